"""A real OpenID Connect provider on this machine: Debian's glewlwyd, with a database and keys of its own, set up through
its own administration API. Nothing of the installed service is used or changed."""
import http.cookiejar
import json
import os
import pathlib
import shutil
import sqlite3
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit

SCHEMA = "/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3"
PAGES = pathlib.Path("/usr/share/glewlwyd/webapp")
SETTINGS = """
port={port}
bind_address="127.0.0.1"
external_url="{address}"
login_url="login.html"
api_prefix="api"
static_files_path="{folder}/pages/"
log_mode="file"
log_level="INFO"
log_file="{folder}/provider.log"
cookie_secure=0
cookie_same_site="empty"
session_expiration=3600
session_key="PROVIDER_SESSION"
admin_scope="g_admin"
profile_scope="g_profile"
user_module_path="/usr/lib/glewlwyd/user"
user_middleware_module_path="/usr/lib/glewlwyd/user_middleware"
client_module_path="/usr/lib/glewlwyd/client"
user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
plugin_module_path="/usr/lib/glewlwyd/plugin"
use_secure_connection=false
secure_connection_key_file="{folder}/none.key"
secure_connection_pem_file="{folder}/none.pem"
secure_connection_ca_file="{folder}/none.crt"
hash_algorithm="SHA512"
database = {{ type = "sqlite3" path = "{folder}/provider.db" }};
static_files_mime_types = (
  {{ extension = ".html" mime_type = "text/html" }},
  {{ extension = ".css" mime_type = "text/css" }},
  {{ extension = ".js" mime_type = "application/javascript" }},
  {{ extension = ".json" mime_type = "application/json" }}
)
"""


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing: what a redirect says is looked at."""

    def redirect_request(self, *arguments):
        return None


class Browser:
    """As much of a browser as a program needs: it keeps cookies, and tells where it is sent."""

    def __init__(self):
        self.jar = http.cookiejar.CookieJar()
        trusting = ssl._create_unverified_context()
        self.opener = urllib.request.build_opener(
            Stay(), urllib.request.HTTPCookieProcessor(self.jar), urllib.request.HTTPSHandler(context=trusting))

    def ask(self, url, method="GET", body=None, cookies=None):
        """The status, the headers and the text; `cookies` instead of those that are kept."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if cookies is not None:
            headers["Cookie"] = cookies
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(url, method=method, data=data, headers=headers)
        try:
            with self.opener.open(request, timeout=30) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read().decode()


class Glewlwyd:
    def __init__(self, folder, port):
        self.folder = pathlib.Path(folder)
        self.address = f"http://127.0.0.1:{port}"
        self.issuer = f"{self.address}/api/oidc"
        self.process = None
        self.admin = Browser()
        self.port = port

    def start(self):
        # Debian keeps the settings of its pages in a folder of the name that the pages ask for.
        pages = self.folder / "pages"
        shutil.copytree(PAGES, pages, ignore=shutil.ignore_patterns("config.json"))
        shutil.copy(next(pathlib.Path("/etc/glewlwyd").glob("config-*/config.json")), pages)
        with sqlite3.connect(self.folder / "provider.db") as database:
            database.executescript(pathlib.Path(SCHEMA).read_text(encoding="utf-8"))
        settings = self.folder / "provider.conf"
        settings.write_text(SETTINGS.format(port=self.port, address=self.address, folder=self.folder), encoding="utf-8")
        self.process = subprocess.Popen(
            ["glewlwyd", f"--config-file={settings}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                if self.admin.ask(f"{self.address}/config")[0] == 200:
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        log = self.folder / "provider.log"
        raise SystemExit("glewlwyd did not start\n" + (log.read_text() if log.exists() else ""))

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process = None

    def call(self, method, path, body=None):
        status, _, text = self.admin.ask(f"{self.address}/api{path}", method, body)
        if status != 200:
            raise SystemExit(f"glewlwyd answers {status} to {method} {path}: {text}")

    def set_up(self, client, secret, answer, after):
        """An instance of OpenID Connect with keys just made, and this service as its client."""
        self.call("POST", "/auth/", {"username": "admin", "password": "password"})
        key = self.folder / "signing.pem"
        subprocess.run(["openssl", "genrsa", "-out", key, "2048"], check=True, capture_output=True)
        public = subprocess.run(["openssl", "rsa", "-in", key, "-pubout"], check=True, capture_output=True, text=True)
        self.call("POST", "/mod/plugin/", {
            "module": "oidc", "name": "oidc", "display_name": "Westmere", "order_rank": 0, "enabled": True,
            "parameters": {
                "iss": self.issuer, "jwt-type": "rsa", "jwt-key-size": "256", "key": key.read_text(),
                "cert": public.stdout, "jwks-show": True, "subject-type": "public",
                "access-token-duration": 600, "refresh-token-duration": 600, "code-duration": 60,
                "refresh-token-rolling": False, "allow-non-oidc": False,
                "auth-type-code-enabled": True, "auth-type-token-enabled": False, "auth-type-id-token-enabled": True,
                "auth-type-none-enabled": False, "auth-type-password-enabled": False,
                "auth-type-client-enabled": False, "auth-type-device-enabled": False,
                "auth-type-refresh-enabled": False, "pkce-allowed": True, "pkce-method-plain-allowed": False,
                "pkce-required": True, "scope": [], "additional-parameters": [],
                "claims": [{"name": "preferred_username", "user-property": "username", "type": "string",
                            "mandatory": True, "on-demand": False, "scope": []}],
                "name-claim": "no", "email-claim": "no", "scope-claim": "no", "address-claim": {"type": "no"},
                "session-management-allowed": True, "front-channel-logout-allowed": False,
                "back-channel-logout-allowed": False, "session-cookie-name": "PROVIDER_OIDC",
                "session-cookie-expiration": 3600, "oauth-rar-allowed": False, "request-parameter-allow": False,
            }})
        for method, path in (("PUT", "/scope/openid"), ("POST", "/scope/")):
            name = "openid" if method == "PUT" else "profile"
            self.call(method, path, {"name": name, "display_name": name, "description": name,
                                     "password_required": True, "password_max_age": 0, "scheme": {}})
        self.call("POST", "/client/", {
            "client_id": client, "name": "Homeward", "confidential": True, "client_secret": secret,
            "redirect_uri": [answer], "post_logout_redirect_uri": after, "authorization_type": ["code"],
            "token_endpoint_auth_method": ["client_secret_basic"], "scope": [], "enabled": True})

    def add(self, name, password):
        """Somebody who can sign in there and has agreed that the service is told who they are."""
        self.call("POST", "/user/", {"username": name, "name": "Wren Invented", "email": f"{name}@example.org",
                                     "password": password, "scope": ["openid", "profile"], "enabled": True})

    def remove(self, name):
        self.call("DELETE", f"/user/{name}")

    def agree(self, browser, client):
        """Agrees, as whoever is signed in there by this browser, that the client is told who they are."""
        status, _, text = browser.ask(f"{self.address}/api/auth/grant/{client}/", "PUT", {"scope": "openid profile"})
        if status != 200:
            raise SystemExit(f"glewlwyd answers {status} to the grant: {text}")

    def enter(self, browser, name, password):
        """Signs in there by this browser, without its page."""
        status, _, text = browser.ask(
            f"{self.address}/api/auth/", "POST", {"username": name, "password": password})
        if status != 200:
            raise SystemExit(f"glewlwyd answers {status} to a sign-in: {text}")


def local(address):
    """The place of an address without who serves it."""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")
