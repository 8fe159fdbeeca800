from assessments.current import playbook
from assessments.queries.entries import entry_pages
from assessments.queries.search.documents import documents
from assessments.queries.search.synonyms import ALSO

BY_NAME = {document.name: document for document in documents()}


def test_every_entry_question_and_term_can_be_found():
    names = {f"{page.ref.kind}:{page.ref.slug}" for page in entry_pages()}
    names |= {f"question:{slug}" for slug in playbook().questions}
    names |= {f"term:{slug}" for slug in playbook().terms}
    assert BY_NAME.keys() == names


def test_every_address_is_of_a_page(client):
    pages = {document.address.partition("#")[0] for document in BY_NAME.values()}
    assert [page for page in sorted(pages) if client.get(page).status_code != 200] == []


def test_a_questions_answers_are_part_of_its_text():
    question = playbook().questions["on-call-pay"]
    assert all(option.text in BY_NAME["question:on-call-pay"].text for option in question.options)


def test_other_words_are_for_what_there_is():
    assert {":".join(key) for key in ALSO} <= BY_NAME.keys()


def test_no_entry_has_another_word_that_it_uses_itself():
    def says(key, word):
        document = BY_NAME[":".join(key)]
        return word.lower() in f"{document.title} {document.summary} {document.text}".lower()

    used = [
        (key, word) for key, words in ALSO.items() for word in words.split(", ") if says(key, word)
    ]
    assert used == []
