//! README's "What a caller can rely on", bullet by bullet, with the tests that check it.

use super::{files, none, root};

/// The bold lead of a bullet, and its tests as `file::test`.
type Promise = (&'static str, &'static [&'static str]);

const PROMISES: &[Promise] = &[
    (
        "A response is refused only where its meaning is lost.",
        &[
            "codegen/runtime/src/transport/lenient/table_tests.rs::what_is_wrong_costs_as_little_as_can_be",
            "tests/wire/tests/client/lenient.rs::a_key_that_comes_twice_is_drift",
            "tests/wire/tests/client/wire.rs::what_is_unknown_arrives_survives_and_is_reported",
            "tests/wire/tests/client/wire.rs::dates_of_every_form_are_typed_or_kept",
            "tests/replay/tests/suite/drift.rs::each_recording_with_something_unknown_says_where",
            "tests/wire/tests/client/lenient.rs::what_is_set_aside_keeps_its_digits_and_its_order",
            "generated-client/tests/client/drift.rs::an_answer_is_told_of_once_and_only_if_there_is_something",
        ],
    ),
    (
        "Money keeps its digits.",
        &[
            "tests/wire/tests/client/values.rs::what_was_read_is_sent_in_the_form_in_which_it_came",
            "tests/replay/tests/suite/recordings.rs::the_client_sends_and_understands_what_is_recorded",
        ],
    ),
    (
        "Errors have types.",
        &[
            "tests/replay/tests/suite/operations.rs::every_declared_error_is_told_apart",
            "tests/wire/tests/client/wire.rs::errors_are_told_apart_by_status_and_keep_their_body",
            "tests/wire/tests/client/safety.rs::errors_of_all_operations_become_one",
            "tests/wire/tests/client/faults.rs::every_fault_ends_in_the_right_response_or_the_right_error",
        ],
    ),
    (
        "Long lists are one call to you.",
        &[
            "tests/wire/tests/client/paging.rs::every_item_comes_once_by_cursor_number_and_bare_list",
            "tests/wire/tests/client/paging.rs::pages_that_lead_in_a_circle_are_an_error",
            "tests/wire/tests/client/raw_servers.rs::a_list_without_end_is_noticed_and_an_honest_one_is_not",
            "tests/wire/tests/client/paging.rs::a_token_takes_a_list_up_behind_the_last_item",
            "tests/wire/tests/client/paging.rs::a_long_filter_is_split_and_its_responses_are_merged",
            "tests/wire/tests/client/batches.rs::each_item_has_its_outcome_with_its_result",
            "generated-client/tests/client/repeats.rs::no_more_calls_of_an_operation_run_than_its_limit",
        ],
    ),
    (
        "A stream gives everything that was sent.",
        &[
            "tests/wire/tests/client/streams.rs::five_million_bytes_arrive",
            "tests/wire/tests/client/streams.rs::events_are_the_same_wherever_the_network_cuts",
            "tests/wire/tests/client/streams.rs::a_silence_longer_than_the_timeout_is_an_error",
            "tests/wire/tests/client/streams/http2.rs::streams_arrive_byte_by_byte_over_http2",
        ],
    ),
    (
        "You get what you asked for.",
        &[
            "generated-client/tests/client/finds.rs::the_item_is_the_one_that_was_asked_for",
            "tests/wire/tests/client/redirects.rs::every_status_method_location_and_policy",
            "tests/wire/tests/client/redirects.rs::a_lost_query_neither_deletes_everybody_nor_finds_somebody_else",
        ],
    ),
    (
        "No accidental deletion.",
        &[
            "tests/wire/tests/client/wire.rs::deleting_everything_takes_an_explicit_all",
            "tests/wire/tests/client/wire.rs::an_empty_filter_is_refused_on_every_method_and_an_empty_selection_left_out",
            "tests/wire/tests/client/values.rs::no_delete_of_everything_is_sent_by_mistake",
        ],
    ),
    (
        "The quota is used, and not overdrawn.",
        &[
            "codegen/runtime/src/transport/budget/tests.rs::the_whole_quota_is_used_and_nothing_refused",
            "codegen/runtime/src/transport/budget/tests.rs::clients_that_know_nothing_of_each_other_share_a_quota",
            "codegen/runtime/src/transport/budget/tests/scenarios.rs::nothing_fails_and_little_is_refused",
            "generated-client/tests/client/repeats.rs::a_refusal_is_waited_out_as_long_as_it_says",
        ],
    ),
    (
        "Failures are retried where it is safe.",
        &[
            "tests/wire/tests/client/faults.rs::every_fault_ends_in_the_right_response_or_the_right_error",
            "generated-client/tests/client/repeats.rs::what_may_have_taken_effect_is_never_posted_twice",
            "tests/wire/tests/client/pool.rs::what_is_said_of_a_post_that_crosses_the_end_is_true",
            "generated-client/tests/client/repeats.rs::a_client_all_of_whose_calls_fail_stops_repeating",
        ],
    ),
    (
        "No secrets in logs.",
        &[
            "tests/wire/tests/secrets/responses.rs::no_response_makes_an_error_or_a_value_show_what_is_in_it",
            "tests/wire/tests/secrets/echoes.rs::no_error_repeats_what_was_sent",
            "tests/wire/tests/secrets/recorded.rs::no_leaf_of_any_response_is_shown",
            "tests/wire/tests/secrets/streams.rs::batches_and_their_outcomes_show_no_item_and_no_response",
            "generated-client/tests/client/spans.rs::spans_tell_of_calls_and_attempts_and_nothing_personal",
        ],
    ),
];

/// Returns the leads of the bullets, which are bold.
fn bullets(readme: &str) -> Vec<String> {
    let section = readme.split("What a caller can rely on").nth(1).and_then(|rest| rest.split("\n## ").next());
    let section = section.unwrap_or_default().replace("\n  ", " ");
    section.lines().filter_map(|line| line.strip_prefix("- ")).map(lead).collect()
}

fn lead(bullet: &str) -> String {
    let bold = bullet.strip_prefix("**").and_then(|rest| rest.split("**").next());
    bold.unwrap_or("(a bullet without a lead in bold letters)").to_owned()
}

/// Whether the file has a test of this name that is not ignored.
fn has_test(text: &str, name: &str) -> bool {
    let Some((before, _)) = text.split_once(&format!("fn {name}(")) else { return false };
    let above = before.rsplit_once('\n').map_or("", |(above, _)| above);
    let attributes: Vec<_> = above.lines().rev().take_while(|line| line.starts_with("#[")).collect();
    let is_test = |line: &&str| line.starts_with("#[test]") || line.starts_with("#[tokio::test");
    attributes.iter().any(is_test) && !attributes.iter().any(|line| line.starts_with("#[ignore"))
}

#[test]
fn each_promise_of_the_readme_has_its_tests() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let sources: Vec<_> = ["tests", "generated-client", "codegen", "xtask"]
        .map(|folder| files(folder, ".rs"))
        .into_iter()
        .flatten()
        .collect();
    let bullets = bullets(&readme);
    assert!(bullets.len() >= PROMISES.len(), "README's list of promises was not found: {bullets:?}");
    let mut problems = Vec::new();
    for bullet in &bullets {
        if !PROMISES.iter().any(|(lead, tests)| lead == bullet && !tests.is_empty()) {
            problems.push(format!("no test is named for \"{bullet}\""));
        }
    }
    for (lead, tests) in PROMISES {
        if !bullets.iter().any(|bullet| bullet == lead) {
            problems.push(format!("README does not promise \"{lead}\""));
        }
        for test in *tests {
            let (file, name) = test.split_once("::").unwrap();
            if !sources.iter().any(|(path, text)| path == file && has_test(text, name)) {
                problems.push(format!("\"{lead}\": there is no test {test}"));
            }
        }
    }
    none(problems);
}

#[test]
fn a_test_counts_only_if_it_is_always_run() {
    for (text, expected) in [
        ("#[test]\nfn a() {}", true),
        ("#[tokio::test(start_paused = true)]\nasync fn a() {}", true),
        ("#[test]\n#[ignore = \"slow\"]\nfn a() {}", false),
        ("#[test]\nfn b() {}\n\nfn a() {}", false),
        ("fn a() {}", false),
        ("#[test]\nfn ab() {}", false),
    ] {
        assert_eq!(has_test(text, "a"), expected, "{text}");
    }
}
