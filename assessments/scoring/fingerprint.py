"""What identifies the inputs of an assessment: the same inputs, the same hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from assessments.scoring.inputs import Answer, Band, Exposure, Profile

_JSON = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False
)


def fingerprint(profile: Profile, bands: Sequence[Band], answers: Mapping[str, Answer]) -> str:
    """The SHA-256 over profile, bands and the answers used, as "sha256:<hex>".

    It covers the compact, key-sorted UTF-8 JSON of the document's own shape, with absent
    values left out. What takes no part in the result takes none here: notes, the service's
    name, a foundational exposure or demand without two parts, a ceiling on the last band. The
    profile comes without what it says of a rota that is not called for.
    """
    document = {
        "profile": _profile(profile),
        "bands": [_present(band=band.band, ceiling=band.ceiling) for band in bands[:-1]]
        + [{"band": bands[-1].band}],
        "answers": {
            slug: {"option": answer.option, "evidence": answer.evidence}
            for slug, answer in answers.items()
        },
    }
    return f"sha256:{hashlib.sha256(_JSON.encode(document).encode()).hexdigest()}"


def _profile(profile: Profile) -> dict[str, object]:
    both = profile.composition == "both"
    return _present(
        **{
            "composition": profile.composition,
            "exposure": _exposure(profile.exposure),
            "foundational-exposure": _exposure(profile.foundational_exposure) if both else None,
            "peak-exposure": _exposure(profile.peak_exposure),
            "feature-demand": profile.feature_demand,
            "foundational-demand": profile.foundational_demand if both else None,
            "present-model": profile.present_model,
            "out-of-hours-loss": profile.out_of_hours_loss,
            "rota-people": profile.rota_people,
            "sibling-teams": profile.sibling_teams,
        }
    )


def _exposure(exposure: Exposure | None) -> dict[str, object] | None:
    return None if exposure is None else _present(amount=exposure.amount, band=exposure.band)


def _present(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}
