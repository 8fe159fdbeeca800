"""The words of a playbook, kept as they were."""

import json

from assessments.playbook.text_snapshot import digest, from_document, to_document, word


def test_words_are_read_back_as_they_were_kept(playbook):
    kept = json.loads(json.dumps(to_document(word(playbook))))
    assert from_document(kept) == word(playbook)


def test_words_that_were_kept_have_the_digest_they_had(playbook):
    kept = json.loads(json.dumps(to_document(word(playbook))))
    assert digest(from_document(kept)) == digest(word(playbook))


def test_one_other_word_is_another_digest(playbook, content):
    with content.editing_option("telemetry") as option:
        option["text"] += " at all"
    assert digest(word(content.load())) != digest(word(playbook))


def test_a_practice_s_first_step_is_kept(playbook):
    entry = word(playbook).entries["practice"]["run-regular-chaos-days"]
    assert entry.start == playbook.practices["run-regular-chaos-days"].start


def test_an_option_is_kept_with_what_it_is_tied_to(playbook):
    never = word(playbook).questions["chaos-days"].options["never"]
    assert ("practice", "run-regular-chaos-days") in never.ties
    assert ("pitfall", "excessive-bau") in never.ties


def test_how_to_start_after_a_step_already_taken_is_kept(playbook):
    practice = playbook.practices["select-an-availability-target-on-financial-exposure"]
    assert word(playbook).known_starts[practice.slug] == practice.start_known


def test_words_of_before_such_starts_are_still_read(playbook):
    kept = to_document(word(playbook))
    del kept["known_starts"]
    assert from_document(kept).known_starts == {}
