"""Has schemathesis make up requests from the description of the operations for programs, and send them to a running service.

No answer may be an error of the server, and each must be as the description has it: its status, its type, its shape. First
with references made up, then with those of a case, a family and a referral that are there, so that what is sent is carried
out. At the end the register's chain must still hold.

    check_api.py --homeward .build/debug/homeward --schemathesis .venv-api/bin/schemathesis [--examples N]
"""
import argparse
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Pages"))
from walk import Service  # noqa: E402

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
CONFIG = """
[[operations]]
include-path-regex = "^/cases/"
parameters = {{ id = "{case}" }}

[[operations]]
include-path-regex = "^/families/"
parameters = {{ id = "{family}" }}

[[operations]]
include-path-regex = "^/assessments/"
parameters = {{ id = "{assessment}" }}

[[operations]]
include-path-regex = "^/referrals/"
parameters = {{ id = "{referral}" }}
"""


def fuzz(arguments, service, token, config, examples):
    command = [arguments.schemathesis]
    command += ["--config-file", config] if config else []
    command += ["run", f"{service.address}api/v1/openapi.json", "--checks", CHECKS, "--max-examples", str(examples),
                "--header", f"Authorization: Bearer {token}", "--phases", "examples,coverage,fuzzing", "--seed", "1"]
    # What it remembers of this run goes with the folder of the service.
    return subprocess.run(command, check=False, cwd=service.folder).returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--homeward", required=True)
    parser.add_argument("--schemathesis", required=True)
    parser.add_argument("--made", help="a demonstration register to copy, with its key beside it")
    parser.add_argument("--examples", type=int, default=25)
    arguments = parser.parse_args()
    arguments.schemathesis = str(pathlib.Path(arguments.schemathesis).absolute())
    service = Service(arguments.homeward, arguments.made)
    service.start()
    try:
        service.add_user("program", "A Program", "W002", "supervisor:team:MST A", "gateway",
                         "referrer:organisation:O11")
        token = max(service.run("user", "token", "program", "--name", "fuzzing").split(), key=len)
        case, family = service.sql(
            "SELECT case_id, family_id FROM cases WHERE to_change IS NULL AND ended_on IS NULL AND team = 'MST A' LIMIT 1")[0]
        referral = service.sql("SELECT referral_id FROM referrals WHERE to_change IS NULL AND decision = 'pending' LIMIT 1")[0][0]
        sheets = service.sql(f"SELECT assessment_id FROM assessments WHERE to_change IS NULL AND case_id = '{case}' LIMIT 1")
        assessment = sheets[0][0] if sheets else "none"
        config = pathlib.Path(service.folder) / "schemathesis.toml"
        known = CONFIG.format(case=case, family=family, referral=referral, assessment=assessment)
        config.write_text(known, encoding="utf-8")
        status = fuzz(arguments, service, token, None, 5)
        status = fuzz(arguments, service, token, str(config), arguments.examples) or status
        print(service.run("verify").strip())
    finally:
        service.stop()
    sys.exit(1 if status else 0)


if __name__ == "__main__":
    main()
