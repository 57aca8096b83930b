//! What is wrong with one store or row stops no others, and says what to do.

use std::{process::Command, time::Duration};

use mock_store::{Fault, FaultKind, StoreConfig};

use crate::support::{Fleet, ended};

const COLUMNS: &str = "hash,token,customers";
const NAMES: &str = "email,first_name,last_name,customer_group_id\n";

fn config() -> StoreConfig {
    StoreConfig { customers: 3, window: Duration::from_secs(1), ..StoreConfig::default() }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn a_store_that_refuses_its_token_stops_no_other() {
    let mut fleet = Fleet::new("token", 3, config()).await;
    fleet.enqueue(|store| format!("{NAMES}a@example.org,Aiko,Brandt,\nb@example.org,Bo,Store {store},1\n")).await;
    // The worker has a token that the first store refuses, and none of the second one.
    fleet.tokens.insert("TOKEN_0".to_owned(), "of-another-store".to_owned());
    fleet.tokens.remove("TOKEN_1");
    let (code, status, log) = fleet.run(&["work"]).await;
    assert_eq!(code, 1, "{log}");
    assert!(log.contains("TOKEN_1 is not set") && log.contains("401"), "{log}");
    assert!(status.contains("401") && !log.contains("of-another-store"), "{status}{log}");
    let states: Vec<_> = fleet.report().await.into_iter().map(|[hash, _, state, ..]| [hash, state].join(" ")).collect();
    let expected = ["store0 failed", "store1 waiting", "store2 created"].map(|state| [state; 2]).concat();
    assert_eq!(states, expected);
    assert!(fleet.report().await.iter().take(2).all(|[.., problem]| problem.contains("401")));
    assert_eq!(fleet.stores[0].counters().requests, 1, "one refusal is enough");

    // What the operator does: tokens that are right, and another try.
    for (number, store) in fleet.stores.iter().enumerate() {
        fleet.tokens.insert(format!("TOKEN_{number}"), store.token().to_owned());
    }
    assert_eq!(fleet.run(&["retry", "store0"]).await.1, "2 rows wait again\n");
    let (code, _, log) = fleet.run(&["work"]).await;
    assert_eq!(code, 0, "{log}");
    assert!(fleet.stores.iter().all(|store| store.customer_count() == 5));

    let texts: String = sqlx::query_scalar("SELECT string_agg(stores::text, ' ') FROM fleet.stores")
        .fetch_one(&mut fleet.session().await)
        .await
        .unwrap();
    assert!(texts.contains("env:TOKEN_2") && !texts.contains("secret-of"), "{texts}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn a_store_that_fails_is_tried_later() {
    let fleet = Fleet::new("later", 2, config()).await;
    fleet.enqueue(|store| format!("{NAMES}a@example.org,Aiko,Store {store},1\n")).await;
    fleet.stores[0].fault(Fault::new(FaultKind::Suspended503).always());
    let worker = fleet.command(&["work"]).spawn().unwrap();
    let mut status = String::new();
    while !status.contains("503") {
        (_, status, _) = fleet.run(&["status"]).await;
    }
    assert_eq!([0, 1].map(|store| fleet.stores[store].customer_count()), [3, 4], "{status}");
    fleet.stores[0].clear_faults();
    let (code, status, log) = ended(worker).await;
    assert_eq!((code, fleet.stores[0].customer_count()), (0, 4), "{log}");
    assert!(log.contains("left alone for a while") && !status.contains("503"), "{log}{status}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn rows_that_are_refused_say_why_and_can_be_corrected() {
    let fleet = Fleet::new("rows", 1, config()).await;
    let bad =
        "a@example.org,Aiko,Brandt,1\nb@example.org,Bo,,\nc@example.org,Cem,Okafor,99\nshopper-1@example.org,,,98\n";
    fleet.enqueue(|_| format!("{NAMES}{bad}")).await;
    let (code, status, log) = fleet.run(&["work"]).await;
    assert_eq!(code, 1, "{status}{log}");
    let report = fleet.report().await;
    let of = |email: &str| {
        report.iter().find(|row| row[1] == email).map(|[.., state, _, problem]| format!("{state}: {problem}"))
    };
    assert_eq!(of("a@example.org").unwrap(), "created: ");
    assert_eq!(of("b@example.org").unwrap(), "refused: a new customer needs last_name");
    assert_eq!(of("c@example.org").unwrap(), "refused: customer_group_id: there is no such group");
    assert_eq!(of("shopper-1@example.org").unwrap(), "refused: customer_group_id: there is no such group");

    let good = bad.replace("Bo,,", "Bo,Ito,").replace("99", "2").replace("98", "3");
    fleet.enqueue(|_| format!("{NAMES}{good}")).await;
    let (code, status, log) = fleet.run(&["work"]).await;
    assert_eq!(code, 0, "{status}{log}");
    let states: Vec<_> = fleet.report().await.into_iter().map(|[_, _, state, ..]| state).collect();
    assert_eq!(states, ["unchanged", "created", "created", "updated"]);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ./postgres.sh cargo test -- --include-ignored"]
async fn files_with_mistakes_are_not_enqueued() {
    let fleet = Fleet::new("files", 0, config()).await;
    const STORE: &str = "abc,env:TOKEN,customers.csv\n";
    let cases = [
        ("hash,token", "abc,env:TOKEN\n", "", 65, "missing field `customers`"),
        (COLUMNS, "abc,s3cret,customers.csv\n", "", 65, "write env:NAME or file:PATH"),
        (COLUMNS, "abc,env:A,none.csv\n", "", 74, "none.csv: No such file"),
        (COLUMNS, "abc,env:A,customers.csv\nabc,env:B,customers.csv\n", "", 65, "row 3: the store abc occurs twice"),
        (COLUMNS, STORE, "email,nickname\n", 65, "`nickname` is not a column of customers"),
        (COLUMNS, STORE, "first_name\n", 65, "there is no column `email`"),
        (COLUMNS, STORE, "email,email\n", 65, "there are several columns `email`"),
        (COLUMNS, STORE, "email\na@example.org\nnobody\n", 65, "line 3: email: this is not an e-mail address"),
        (COLUMNS, STORE, "email\na@example.org,b\n", 65, "line 2: it has 2 cells, not 1"),
        (
            COLUMNS,
            STORE,
            "email,customer_group_id\na@example.org,x\n",
            65,
            "customer_group_id: this is not a valid value",
        ),
        (
            COLUMNS,
            STORE,
            "email\na@example.org\nb@example.org\nA@example.org\n",
            65,
            "line 4: email: line 2 has it too",
        ),
    ];
    for (columns, stores, customers, code, message) in cases {
        fleet.write("customers.csv", customers);
        let stores = fleet.write("stores.csv", &format!("{columns}\n{stores}"));
        let (found, _, errors) = fleet.run(&["enqueue", &stores]).await;
        assert_eq!(found, code, "{errors}");
        assert!(errors.contains(message) && errors.contains("help: ") == (code == 65), "{errors}");
        assert!(!errors.contains("s3cret"), "{errors}");
    }
    assert!(fleet.report().await.is_empty());
}

#[test]
fn command_lines_with_mistakes_say_what_to_write() {
    let cases = [
        ("", 64, "a command is missing"),
        ("enqueue", 64, "the file of the stores is missing"),
        ("wrok", 64, "there is no command `wrok`"),
        ("status now", 64, "`now` is one word too many"),
        ("status --keep-running", 64, "the options are for `fleet work`"),
        ("work --concurrency 0", 64, "cannot parse argument \"0\""),
        ("work", 78, "DATABASE_URL is not set"),
    ];
    for (line, code, message) in cases {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fleet"));
        let output = command.args(line.split_whitespace()).env_remove("DATABASE_URL").output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{line}: {errors}");
        assert!(errors.contains(message) && errors.contains("help: "), "{line}: {errors}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_fleet")).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && help.lines().all(|line| line.len() <= 80), "{help}");
}
