"""The tables of the exchange package: their columns in order, and the type of each that is not text."""

COLUMNS = {
    "organisations": "organisation_id name kind",
    "workers": "worker_id name organisation_id team role programme wte:number started_on:date ended_on:date",
    "families": "family_id name postcode uprn area",
    "people": "person_id family_id forename surname date_of_birth sex ethnicity role nhs_number upn child_id died_on:date",
    "referrals": "referral_id family_id person_id received_on:date source_organisation_id source route programme tier"
    " presenting_issues decision decided_on:date destination",
    "cases": "case_id referral_id family_id person_id programme organisation_id team tier started_on:date"
    " ended_on:date end_reason destination contract_id",
    "allocations": "case_id worker_id role from:date to:date",
    "contacts": "contact_id case_id on:date minutes:integer kind direct:boolean attendance worker_id",
    "assessments": "assessment_id case_id person_id instrument version informant occasion completed_on:date collected_by",
    "scores": "assessment_id item value:number",
    "goals": "goal_id case_id title domain set_on:date outcome closed_on:date",
    "reviews": "review_id case_id due_on:date held_on:date result",
    "follow_ups": "case_id person_id milestone_months:integer observed_on:date living in_education_or_work:boolean source",
    "placements": "person_id started_on:date ended_on:date legal_status placement provider reason_new reason_ceased"
    " reason_change weekly_cost:number",
    "events": "event_id person_id family_id kind on:date source reference proven:boolean",
    "attendance": "person_id from:date to:date sessions_possible:integer authorised_absences:integer"
    " unauthorised_absences:integer source",
    "work_status": "person_id status benefit from:date to:date source",
    "discretion": "family_id criteria set_on:date set_by reason withdrawn_on:date",
    "costs": "cost_id programme organisation_id from:date to:date amount:number heading",
}


def names(table):
    """The column names of a table, in order."""
    return [column.split(":")[0] for column in COLUMNS[table].split()]


def types(table):
    """The type of each column of a table; text where none is written."""
    return {name: kind or "string" for name, _, kind in (column.partition(":") for column in COLUMNS[table].split())}
