//! Two people and a share, over some weeks, with everything that goes wrong there.

use std::fs;
use std::path::PathBuf;

use crate::story::Story;

/// One of both, on a machine with copies of its own.
struct Machine<'s> {
    share: &'s Story,
    by: &'static str,
    folder: PathBuf,
}

impl Machine<'_> {
    fn does(&self, day: &str, words: &[&str]) -> String {
        let mut command = self.share.command(&self.folder, words);
        command.env("REGIO_STATE", self.share.path(self.by)).env("REGIO_VANDAAG", day);
        let done = command.output().expect("the program starts");
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{} on {day}, {words:?}: {told}", self.by);
        let told = told + &String::from_utf8_lossy(&done.stdout);
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn says(&self, day: &str, question: &str, answer: &str) {
        let said = format!("{question}={answer}");
        self.does(day, &["fase", "--geen-vragen", "--antwoord", &said, "--door", self.by]);
    }
}

fn questions(version: usize) -> String {
    fs::read_to_string(format!("tests/fixtures/versions/{version}.toml")).expect("the questions are there")
}

#[test]
fn in_the_end_there_is_one_file_with_every_word() {
    let share = Story::with_project();
    share.write("vragenlijsten/eigen.toml", &questions(1));
    share.write("bram/vragenlijsten/eigen.toml", &questions(1));
    let on_share = |by| Machine { share: &share, by, folder: share.path("") };
    let (anna, bram) = (on_share("Anna"), on_share("Bram"));
    // Both answer on the share.
    anna.says("2026-11-24", "eigen.aanleiding", "Een storing bij de haven");
    bram.says("2026-11-24", "eigen.vorm", "convenant");
    anna.does("2026-11-24", &["besluit", "nieuw", "We komen elke maand bijeen"]);

    // Bram takes a copy along, and is offline for a week.
    let away = Machine { share: &share, by: "Bram", folder: share.path("bram") };
    share.write("bram/regio.toml", &share.project());
    away.says("2026-11-27", "eigen.aanleiding", "Een storing bij de haven, en een bij de sluis");
    away.says("2026-11-29", "eigen.zorg", "Te weinig tijd");
    away.does("2026-12-01", &["gebeurtenis", "nieuw", "Twaalf mensen bij de koffie"]);

    // Anna changes an answer by hand, in an editor that ends lines as Windows does, and another with the program.
    let typed =
        share.project().replace("\"We komen elke maand bijeen\"", "\"We komen elke maand bijeen, om acht uur\"");
    let typed = typed.replacen("[answer", "# Bel de havenmeester nog eens\n[answer", 1).replace('\n', "\r\n");
    share.write("regio.toml", &typed);
    anna.says("2026-11-30", "eigen.aanleiding", "Een storing bij de haven in mei");

    // The program of the share could not make one of both, and left a copy beside it. The questions get a second version.
    fs::rename(share.path("bram/regio.toml"), share.path("regio (conflict van Bram).toml")).expect("it can be moved");
    share.write("vragenlijsten/eigen.toml", &questions(2));
    let told = anna.does("2026-12-02", &["status"]);
    assert!(told.contains("regio (conflict van Bram).toml' is een kopie"), "{told}");
    assert!(told.contains("regio samenvoegen"), "{told}");
    anna.does("2026-12-02", &["bijwerken"]);
    let told = anna.does("2026-12-02", &["samenvoegen", "regio (conflict van Bram).toml", "--geen-vragen"]);
    assert!(told.contains("Wat jullie allebei wijzigden") && told.contains("en een bij de sluis"), "{told}");
    fs::remove_file(share.path("regio (conflict van Bram).toml")).expect("it may go now");
    bram.says("2026-12-03", "eigen.nieuws", "De sluis doet mee");

    let project = share.project();
    assert!(!project.replace("\r\n", "").contains(['\r', '\n']), "the ends of lines are those of the editor");
    let said = [
        "Een storing bij de haven in mei",
        "Een storing bij de haven, en een bij de sluis",
        "\"Een storing bij de haven\"",
        "value = \"afspraak\"",
        "We komen elke maand bijeen, om acht uur",
        "Te weinig tijd",
        "Twaalf mensen bij de koffie",
        "# Bel de havenmeester nog eens",
        "De sluis doet mee",
    ];
    for words in said {
        assert!(project.contains(words), "'{words}' is gone from\n{project}");
    }
    let told = anna.does("2026-12-04", &["geschiedenis"]);
    let lines = [
        "29 november 2026",
        "Bram",
        "Anna",
        "haven in mei",
        "en een bij de sluis",
        "Te weinig tijd",
        "De sluis doet mee",
    ];
    for words in lines {
        assert!(told.contains(words), "'{words}' is not in\n{told}");
    }
    let told = anna.does("2026-12-04", &["controleer"]);
    assert!(told.contains("In orde") && !told.contains("kopie"), "{told}");
    let document = anna.does("2026-12-04", &["document", "overzicht"]);
    assert!(document.contains("De sluis doet mee") && document.contains("Te weinig tijd"), "{document}");
}
