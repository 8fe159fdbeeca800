"""What holding each target takes, and who is woken: one text for each value a target can have.

Facts: the playbook's practices that `in_practice` links beside each text. The words are ours.
"""

from __future__ import annotations

from collections.abc import Mapping

from assessments.scoring.vocabulary import Availability, Deployment, OutOfHours

AVAILABILITY: Mapping[Availability, str] = {
    "95.0": (
        "Plain means will do: telemetry that somebody reads by day, a runbook, and a service "
        "that gets through its two likeliest night failures alone."
    ),
    "99.0": (
        "An alert has to call a person at once, a bad release has to be undone within minutes, "
        "and a dependency that fails may not take the whole service with it."
    ),
    "99.9": (
        "That leaves no room to explain the service to anyone. Common failures must mend "
        "themselves, each dependency needs a fallback, and whoever is called must be able to act "
        "on the spot."
    ),
    "99.99": (
        "Nobody wakes, logs in and acts in that time, so the service must recover without people: "
        "spare capacity in several places, and traffic that moves over by itself."
    ),
}
"""What the service and its people must be able to do at each availability target."""

DEPLOYMENT: Mapping[Deployment, str] = {
    "monthly": (
        "One release a month keeps up with demand, so a fixed date and an approval of each "
        "release hold nobody up."
    ),
    "fortnightly": (
        "A release every two weeks keeps up with demand. Agree the dates ahead, and keep the way "
        "from finished to live within a fortnight."
    ),
    "fortnightly-to-weekly": (
        "Two weeks between releases are too long, a week is not yet needed. Waiting begins to "
        "show: approve the routine kinds of change in advance."
    ),
    "weekly": (
        "Something useful goes live each week without waiting for another service or for a "
        "signature: routine changes are approved in advance, and a pipeline does the steps."
    ),
    "daily": (
        "A finished change is live within the day. Building, testing and installing run by "
        "themselves, routine changes are approved in advance, and a release is undone in minutes."
    ),
}
"""What holding each deployment target takes."""

WORKING_HOURS: Mapping[str, str] = {
    "team": (
        "An alert calls a named person of the product team, who puts other work down. The team "
        "needs access to every tool, a runbook that is true, and practice before the first turn."
    ),
    "operations": (
        "Operations watches, restarts and diagnoses. The people who build the system are third "
        "line, for faults that only new code will mend: agree and pay for that reach."
    ),
}
"""Who puts work down for an alert in working hours, and what they need."""

OUT_OF_HOURS: Mapping[OutOfHours, str] = {
    "none": (
        "Nobody is woken. The product manager accepts the loss in writing, and alerts wait for "
        "the next working day. In a major incident the incident manager can still phone the team."
    ),
    "domain": (
        "One person is woken, for all sibling services of the domain. The teams share runbooks and "
        "access; at least three people take turns of a week at most, on paid standby."
    ),
    "team": (
        "Somebody who builds the service is woken, with the right to deploy and revert. At least "
        "three people share the turns, on standby that the product team's budget pays."
    ),
    "operations": (
        "Operations is woken, from one rota for all foundational systems. It needs a runbook for "
        "this one, and a number to call when only the people who build it can help."
    ),
}
"""Who is woken out of hours, and what it takes."""

PEAK = (
    "The target goes up just before the event and comes down just after. Rehearse it first: a "
    "load test, a trial alert at night, and everyone on the rota deploying and reverting once."
)
