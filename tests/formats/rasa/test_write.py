"""A small project as a Rasa project, file by file."""

import ast
from pathlib import Path

import pytest
import yaml

from flowdesigner.formats.rasa import RASA
from flowdesigner.formats.rasa.names import names_of
from tests.formats.golden import assert_golden, project_in, small

GOLDEN = Path(__file__).parent / "golden"
KEPT = ("domain.yml", "data/nlu.yml", "data/rules.yml", "actions/actions.py", "README.md")


def test_the_files_of_a_small_project() -> None:
    files = RASA.write(small()).files
    assert_golden(GOLDEN, {name: files[name] for name in KEPT})


def test_every_yaml_file_is_read_alike_and_every_python_file_is_python() -> None:
    for name, text in RASA.write(small()).files.items():
        if name.endswith(".yml"):
            assert yaml.safe_load(text) == yaml.load(text, yaml.CSafeLoader)
        elif name.endswith(".py"):
            ast.parse(text)


def test_words_that_yaml_would_retype_stay_words() -> None:
    project = project_in(
        'flowdesigner: 1\nid: "on"\nlanguages: ["no", en]\nchannels: [whatsapp]\n'
        'flows:\n  "yes":\n    starts: [{trigger: message, words: {en: ["null", "1.0"]}}]\n'
        '    first: a\n    blocks:\n      a: {type: menu, options: [{id: off, label: {en: "~"}}]}\n'
    )
    files = RASA.write(project).files
    domain = yaml.safe_load(files["domain.yml"])
    assert domain["slots"]["language"]["values"] == ["no", "en"]
    assert domain["slots"]["yes_a"]["values"] == ["off", "other"]
    assert yaml.safe_load(files["config.yml"])["assistant_id"] == "on"
    (nlu,) = yaml.safe_load(files["data/nlu.yml"])["nlu"]
    assert nlu == {"intent": "start_yes", "examples": "- ^null$\n- ^1\\.0$\n"}


def test_names_never_meet() -> None:
    project = project_in(
        "flowdesigner: 1\nlanguages: [en]\n"
        "variables: {a_b_c: {type: text}, tries: {type: number}}\n"
        "flows:\n"
        "  a: {blocks: {b_c: {type: end}, b: {type: menu, options: [{id: c_d}]}}}\n"
        "  a_b: {blocks: {c: {type: menu, options: [{id: d}]}}}\n"
    )
    names = names_of(project)
    slots = [*names.variables.values(), *names.blocks.values()]
    assert names.variables == {"a_b_c": "a_b_c", "tries": "tries_2"}
    assert len(set(slots)) == len(slots)
    assert len(set(names.choices.values())) == 2


def test_a_word_that_two_things_claim_is_told() -> None:
    written = (Path(__file__).parents[1] / "small.flow.yaml").read_text("utf-8")
    project = project_in(written.replace('id: ["cs"]', 'id: ["meja"]'))
    told = [str(loss.what) for loss in RASA.write(project).losses]
    assert "The word “meja”" in told


def test_a_pattern_that_python_does_not_know_is_told() -> None:
    project = project_in(
        "flowdesigner: 1\nlanguages: [en]\nflows: {main: {blocks: {a: {type: ask, answer: text,\n"
        '  accept: {pattern: "\\\\pL+"}}}}}\n'
    )
    told = [loss for loss in RASA.write(project).losses if loss.block == "a"]
    assert [str(loss.what) for loss in told] == ["The pattern “\\pL+”"]


def rules(project_text: str) -> dict[str, list[object]]:
    files = RASA.write(project_in(project_text)).files
    return {
        rule["rule"]: rule["steps"] for rule in yaml.safe_load(files["data/rules.yml"])["rules"]
    }


def test_a_question_that_leads_straight_back_to_itself_takes_a_rule_in_between() -> None:
    found = rules(
        "flowdesigner: 1\nlanguages: [en]\nflows: {m: {first: a, blocks: {a: {type: menu,\n"
        "  options: [{id: again}], exits: {again: a}}}}}\n"
    )
    assert found["m.a: again"][-1] == {"action": "action_back_to_m_a"}
    assert {"action": "form_m_a"} in found["back to the question m_a"]


def test_an_exit_that_leads_nowhere_waits_for_the_customer() -> None:
    found = rules(
        "flowdesigner: 1\nlanguages: [en]\nflows: {m: {first: a, blocks: {a: {type: webhook}}}}\n"
    )
    assert found["m.a: failed"][-1] == {"action": "action_listen"}


def test_blocks_that_go_round_without_a_question_end_a_rule() -> None:
    found = rules(
        "flowdesigner: 1\nlanguages: [en]\nflows: {m: {starts: [{trigger: message}], first: a,\n"
        "  blocks: {a: {type: message, text: {en: x}, exits: {next: b}},\n"
        "    b: {type: message, text: {en: y}, exits: {next: a}}}}}\n"
    )
    assert [step for step in found["m starts"] if step == {"action": "utter_m_a"}] == [
        {"action": "utter_m_a"}
    ]


@pytest.mark.parametrize("words", ['say "hi" \\ {now} {{ }}', "a\nb", "{{ x | upcase }} {y}"])
def test_braces_and_quotes_of_a_text_stay_text(words: str) -> None:
    text = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    project = project_in(
        "flowdesigner: 1\nlanguages: [en]\nvariables: {x: {type: text}}\n"
        f'flows: {{m: {{blocks: {{a: {{type: message, text: {{en: "{text}"}}}}}}}}}}\n'
    )
    files = RASA.write(project).files
    (response,) = yaml.safe_load(files["domain.yml"])["responses"]["utter_m_a"]
    namespace: dict[str, object] = {}
    classes = files["actions/actions.py"].split("class ActionMA(Say):")[1:]
    values: dict[str, str] = {}
    if classes:
        exec("class A:" + classes[0].split("\n\n\n")[0], namespace)
        values = namespace["A"].values  # type: ignore[attr-defined]
    assert response["text"].format(**values) == words


ONE_BLOCK = (
    "flowdesigner: 1\nlanguages: [en]\nchannels: [whatsapp, sms]\n"
    "flows: {{m: {{starts: [{{trigger: message}}], first: a, blocks: {{a: {block}}}}}}}\n"
)


def test_any_message_starts_where_no_word_does() -> None:
    written = ONE_BLOCK.format(block="{type: end}")
    config = yaml.safe_load(RASA.write(project_in(written)).files["config.yml"])
    assert config["pipeline"][1]["name"] == "FallbackClassifier"
    opening = [{"intent": "nlu_fallback"}, {"action": "action_start_m"}]
    assert rules(written)["any other message starts m"][:2] == opening
    with_words = written.replace("trigger: message", "trigger: message, words: {en: [hi]}")
    assert "any other message starts m" not in rules(with_words)


def test_a_journey_goes_past_opening_hours_that_are_open() -> None:
    found = rules(ONE_BLOCK.format(block="{type: hours, window: quiet, hold: true}"))
    looks = {"action": "action_m_a"}
    assert found["m.a: next"][0] == {"action": "form_m_a"}
    assert found["m.a: not open yet"] == [
        looks,
        {"slot_was_set": [{"m_a": "closed"}]},
        {"action": "form_m_a"},
        {"active_loop": "form_m_a"},
        {"slot_was_set": [{"m_a": None}]},
    ]


def test_a_question_in_free_words_is_looked_up_again() -> None:
    written = "{type: answer, source: faq, samples: [{question: {en: q}, reply: {en: r}}]}"
    found = rules(ONE_BLOCK.format(block=written))
    assert found["m.a: asked"][-1] == {"action": "action_m_a"}
    assert found["m.a: unsure"][0] == {"action": "action_m_a"}


def test_a_flow_is_left_by_an_intent_from_wherever_it_stands() -> None:
    written = (
        "flowdesigner: 1\nlanguages: [en]\nflows: {m: {leave_on: [{event: paid, outcome: sold}],\n"
        "  first: a, blocks: {a: {type: menu, options: [{id: x}], exits: {x: s}},\n"
        "    s: {type: subflow, flow: n}}}, n: {first: b, blocks: {b: {type: end}}}}\n"
    )
    assert rules(written)["leave_m_paid"] == [
        {"intent": "leave_m_paid"},
        {"action": "action_leave_m_paid"},
        {"active_loop": None},
        {"action": "action_end_by_leave_m_paid"},
    ]
    files = RASA.write(project_in(written)).files
    slot = yaml.safe_load(files["domain.yml"])["slots"]["m_a"]
    assert slot["mappings"][0]["not_intent"] == ["leave_m_paid"]
    assert "calls = ['m_s_done', 'm_a_again']" in files["actions/actions.py"]


def test_what_goes_to_another_channel_names_it() -> None:
    written = ONE_BLOCK.format(block="{type: message, channel: sms, text: {en: x}}")
    files = RASA.write(project_in(written)).files
    (response,) = yaml.safe_load(files["domain.yml"])["responses"]["utter_m_a"]
    assert response == {"custom": {"send_on": "sms", "text": "x"}}
    assert "send_on" in files["README.md"]


def test_a_code_has_a_response_for_each_channel_of_its_ladder() -> None:
    written = ONE_BLOCK.format(
        block='{type: otp, text: {en: "c {{ code }}"}, expires_after: 5m, attempts: 3,'
        " ladder: [{channel: whatsapp}, {channel: sms, after: 30s}]}"
    )
    files = RASA.write(project_in(written)).files
    domain = yaml.safe_load(files["domain.yml"])
    assert domain["responses"]["utter_on_sms_m_a"] == [
        {"custom": {"send_on": "sms", "text": "c {code}"}}
    ]
    assert "one_time_code" in domain["slots"]
    assert "'sms', 30, 'utter_on_sms_m_a'" in files["actions/actions.py"]


def test_rows_of_a_list_are_buttons_as_far_as_the_channel_shows_them() -> None:
    made = '{variable: x, label: {en: "{{ item.n }}"}, most: 12}'
    written = ONE_BLOCK.format(block=f"{{type: menu, text: {{en: q}}, options_from: {made}}}")
    files = RASA.write(project_in(written)).files
    assert "tapped = {'whatsapp': 12, 'sms': 0}" in files["actions/actions.py"]
    (response,) = yaml.safe_load(files["domain.yml"])["responses"]["utter_ask_m_a"]
    assert response == {"text": "q{rows}"}
