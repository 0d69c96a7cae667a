//! What a file may cost, and what a clock may say.

use crate::story::Story;

const HEAD: &str = "schema = 1\n\n[project]\nid = \"proef\"\nname = \"Samen Sterk\"\ncreated = 2026-11-01\n\n";

/// Runs the program and says how it ended, and how many bytes of memory it had at most: Python asks the system that of its only child.
#[cfg(target_os = "linux")]
fn measured(story: &Story, words: &[&str]) -> Option<(i64, u64)> {
    let script = "import resource, subprocess, sys\n\
                  code = subprocess.run(sys.argv[1:], capture_output=True).returncode\n\
                  print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)";
    let program = story.command(&story.path("."), words);
    let mut python = std::process::Command::new("python3");
    python.args(["-c", script]).arg(program.get_program()).args(program.get_args());
    python.current_dir(story.path(".")).envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let Ok(output) = python.output() else {
        assert!(std::env::var_os("CI").is_none(), "CI needs python3");
        return None;
    };
    let said = String::from_utf8(output.stdout).expect("Python speaks UTF-8");
    let (code, memory) = said.trim().split_once(' ').unwrap_or_else(|| panic!("{said}"));
    Some((code.parse().expect("it is a code"), memory.parse().expect("it is a number")))
}

fn filled(bytes: usize, part: impl Fn(usize) -> String) -> String {
    let mut text = HEAD.to_owned();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&part(number));
    }
    text
}

/// A project of two megabytes of what a region says in many years, and one of the smallest values there are.
#[test]
#[cfg(target_os = "linux")]
fn memory_stays_in_proportion_to_the_file() {
    const BYTES: usize = 2 * 1024 * 1024;
    let words = "Wij willen weten wie we bellen als de kassa het niet doet. ".repeat(12);
    let history = |number: usize| {
        format!(
            "[[history]]\nat = 2026-11-20T10:00:00+01:00\nby = \"Anna\"\nsubject = \"answer\"\nquestion = \"verkennen.aanleiding\"\n\
             from = \"{words}\"\nto = \"{words} {number}\"\n\n"
        )
    };
    let story = Story::new();
    let Some((_, empty)) = measured(&story, &["--versie"]) else { return };
    let project = filled(BYTES, history);
    for (words, most) in [(&["status"][..], 25), (&["gebeurtenis", "nieuw", "Een proef"][..], 40)] {
        story.write("regio.toml", &project);
        let (code, memory) = measured(&story, words).expect("Python is there");
        let times = memory.saturating_sub(empty) / BYTES as u64;
        assert_eq!(code, 0);
        assert!(times <= most, "{words:?}: {times} times the file");
    }
}

#[test]
fn a_file_of_millions_of_values_is_refused_at_once() {
    let story = Story::new();
    let project = format!("{HEAD}[own]\nvalue = [{}]\n", "{a=1},".repeat(1_000_000));
    story.write("regio.toml", &project);
    for words in [&["status"][..], &["gebeurtenis", "nieuw", "Een proef"]] {
        story.run(words).ends_with(1).says("meer losse waarden dan regio aankan");
    }
    assert_eq!(story.project(), project);
}

/// What no longer goes into the project lies in the state folder, and the message says where.
#[test]
fn what_would_make_the_project_too_large_is_in_safety() {
    let story = Story::new();
    let long = "a".repeat(60 * 1024);
    let lapsed = |number: usize| {
        format!(
            "[[lapsed]]\nquestion = \"verkennen.aanleiding\"\nask = \"Wat?\"\nvalue = \"{long}\"\nwhy = \"weg {number}\"\n\n"
        )
    };
    let project = filled(8 * 1024 * 1024 - 64 * 1024, lapsed);
    assert!(project.len() < 8 * 1024 * 1024);
    story.write("regio.toml", &project);
    // Windows takes no more than this on one line.
    let answer = "Een heel lang antwoord. ".repeat(1_200);
    let said = (1..4)
        .map(|number| story.run(&["gebeurtenis", "nieuw", &format!("{number}. {answer}")]))
        .find(|said| said.code != 0)
        .expect("three of these do not fit");
    let said = said.ends_with(1).says("groter dan 8 MB").says("rescued");
    assert!(said.messages.contains("regio.toml"), "{}", said.messages);
    let rescued = std::fs::read_dir(story.path("state/rescued")).expect("it is rescued").flatten().next();
    let rescued = std::fs::read_to_string(rescued.expect("there is one").path()).expect("it is text");
    assert!(
        rescued.matches("Een heel lang antwoord.").count() > story.project().matches("Een heel lang antwoord.").count()
    );
}

#[test]
fn a_mailed_file_fills_no_project() {
    let story = Story::with_project();
    let before = story.project();
    let mailed =
        format!("schema = 1\n\n[request]\nproject = \"x\"\norganisation = \"y\"\n{}", "# vulling\n".repeat(120_000));
    story.write("a.toml", &mailed);
    story.run(&["rondvraag", "lees", "a.toml"]).ends_with(1).says("groter dan 1 MB");
    assert_eq!(story.project(), before);
}

#[test]
fn no_day_on_the_clock_makes_it_panic() {
    let tried = ["0001-01-01", "1969-12-31", "9999-12-31", "+262142-12-31"];
    for today in tried {
        for begin in ["Vers", "derde-jaar"] {
            let mut story = Story::new();
            story.on(today);
            if begin == "Vers" {
                story.run(&["init", "--geen-vragen", "--antwoord", "verkennen.kopgroep=Gemeente"]);
            } else {
                let example = format!("examples/{begin}/regio.toml");
                story.write("regio.toml", &std::fs::read_to_string(example).expect("the example is there"));
            }
            for words in [
                &["status"][..],
                &["checklist", "--alles"],
                &["geschiedenis"],
                &["document", "agenda"],
                &["document", "roadmap"],
                &["fase", "--geen-vragen", "--antwoord", "verkennen.startbijeenkomst=3 maart 2027"],
                &["fase", "--geen-vragen", "--antwoord", "verkennen.aanleiding=Een storing"],
                &["fase", "uitbouwen", "--geen-vragen"],
                &["gebeurtenis", "nieuw", "Een proef"],
                &["rondvraag", "maak", "verkennen", "--uit", "rondvraag"],
                &["herstel"],
                &["bijwerken"],
            ] {
                let outcome = story.run(words);
                let said = format!("{today} {begin} {words:?}: {}", outcome.messages);
                assert!(!said.contains("liep vast") && (0..=3).contains(&outcome.code), "{said}");
            }
        }
    }
}
