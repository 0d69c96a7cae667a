use std::collections::BTreeMap;

use chrono::NaiveDate;
use thiserror::Error;

use crate::domain::{ActionRecord, Answer, Answers, FullId, Identifier, Phase, Project};
use crate::source::{Fault, Faults, Parsed, SourceFile, Span, Table, TableShape, check, quoted};

use super::answers::{ReadAnswer, read_tables, tables_by_id};
use super::checks::{check_project, steering_texts};
use super::descriptions::{Head, PhaseRecord};
use super::field::Field;
use super::outline::Outline;
use super::part::Part;
use super::schema::{Schema, brought_up_to_date};
use super::shapes::PROJECT_FILE;

/// A project with what is odd in its file but does no harm: keys that regio does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadProject {
    pub project: Project,
    pub warnings: Faults,
    pub places: Places,
}

/// Where each answer stands in the text: of a question, and of an organisation where it is hers.
pub type Places = BTreeMap<(FullId, Option<Identifier>), Span>;

/// Why a file cannot be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// Written by a newer regio; `regio` is the version that wrote it, safe to print.
    #[error("{file} heeft vorm {}; deze regio kent vorm {} en ouder{}", needs.0, Schema::CURRENT.0, written_by(regio))]
    Newer { file: String, needs: Schema, regio: Option<String> },
    /// Something else than was asked for.
    #[error("{file} is geen bestand van regio met een project{}", if *questionnaire { ": het is een vragenlijst" } else { "" })]
    NotAProject { file: String, questionnaire: bool },
    #[error(transparent)]
    Faulty(#[from] Faults),
}

impl ReadError {
    /// What to do about it, when the faults themselves do not say so.
    pub fn tip(&self) -> Option<&'static str> {
        match self {
            ReadError::Newer { .. } => Some("werk regio bij; het bestand is niet aangeraakt"),
            ReadError::NotAProject { .. } => Some("een project begint met `regio init`; het bestand heet regio.toml"),
            ReadError::Faulty(_) => None,
        }
    }
}

fn written_by(regio: &Option<String>) -> String {
    regio.as_ref().map_or_else(String::new, |version| format!(" (geschreven door regio {version})"))
}

/// The most answers of one project.
const MOST_ANSWERS: usize = 50_000;

/// Reads a project file: the whole project, or every fault of it.
pub fn read(source: &SourceFile, outline: &Outline) -> Result<ReadProject, ReadError> {
    let ((project, places), warnings) =
        open(source, &PROJECT_FILE, |table, faults| read_project(table, outline, faults))?;
    Ok(ReadProject { project, warnings, places })
}

/// Reads a file of ours: its schema first, then its shape, then what `read` makes of it.
pub(super) fn open<T>(
    source: &SourceFile,
    shape: &TableShape,
    read: impl FnOnce(&Table<'_>, &mut Vec<Fault>) -> Option<T>,
) -> Result<(T, Faults), ReadError> {
    let parsed = Parsed::read(source)?;
    let table = parsed.table();
    refuse_other_files(source, &table, shape)?;
    let schema = Schema::of(&table).unwrap_or(Schema::CURRENT);
    let newer = brought_up_to_date(source, schema).map_err(|fault| Faults::new(source, vec![fault]))?;
    if let Some(text) = newer {
        return open(&SourceFile::new(source.name.clone(), text), shape, read);
    }
    let mut faults = check(&table, shape);
    faults.extend(steering_texts(source, &table));
    let thing = read(&table, &mut faults);
    let faults = Faults::new(source, faults);
    match thing {
        Some(thing) if !faults.any_error() => Ok((thing, faults)),
        _ => Err(ReadError::Faulty(faults)),
    }
}

fn refuse_other_files(source: &SourceFile, table: &Table<'_>, shape: &TableShape) -> Result<(), ReadError> {
    let file = quoted(&source.name);
    if let Some(needs) = Schema::of(table).filter(|schema| *schema > Schema::CURRENT) {
        let regio = table.text("regio").map(|version| quoted(version.value));
        return Err(ReadError::Newer { file, needs, regio });
    }
    let wants_project = shape.key("project").is_some_and(|key| key.required);
    if wants_project && !table.contains("project") && (!table.contains("schema") || table.contains("section")) {
        return Err(ReadError::NotAProject { file, questionnaire: table.contains("section") });
    }
    Ok(())
}

fn read_project(file: &Table<'_>, outline: &Outline, faults: &mut Vec<Fault>) -> Option<(Project, Places)> {
    let answers = read_tables(file.table("answer"), faults);
    let views = read_tables(file.table("view"), faults);
    let each: Vec<&ReadAnswer> = answers.iter().chain(&views).collect();
    check_project(file, &each, faults);
    if each.len() + file.tables("variant").len() > MOST_ANSWERS {
        faults.push(Fault::new(None, format!("dit bestand heeft meer dan {MOST_ANSWERS} antwoorden")));
        return None;
    }
    let place = |read: &&ReadAnswer| ((read.question.clone(), read.organisation.clone()), read.span.clone());
    let places = each.iter().map(place).collect();
    let actions = tables_by_id(file.table("action")).into_iter();
    let actions = actions.filter_map(|(id, _, table)| Some((id, ActionRecord::read(&table)?)));
    let head = Head::read(&file.table("project")?)?;
    let mut project = Project {
        id: head.id,
        name: head.named.name,
        region: head.named.region,
        trekker: head.named.trekker,
        tlp: head.tlp.unwrap_or_default(),
        created: head.created,
        begun: read_begun(file),
        organisations: list(file, "organisation"),
        answers: collect_answers(answers),
        views: collect_views(views),
        variants: list(file, "variant"),
        actions: actions.filter(|(_, record)| *record != ActionRecord::default()).collect(),
        own_actions: list(file, "own-action"),
        decisions: list(file, "decision"),
        events: list(file, "event"),
        meetings: list(file, "meeting"),
        history: list(file, "history"),
        lapsed: list(file, "lapsed"),
    };
    outline.numbers_in(&mut project);
    Some((project, places))
}

fn read_begun(file: &Table<'_>) -> BTreeMap<Phase, NaiveDate> {
    let table = |phase: &Phase| file.table("phase")?.table(phase.word());
    let begun = |phase: &Phase| Some((*phase, PhaseRecord::read(&table(phase)?)?.begun));
    Phase::ALL.iter().filter_map(begun).collect()
}

/// The records of an array of tables; none when it is not there.
pub(super) fn list<T: Part>(file: &Table<'_>, key: &str) -> Vec<T> {
    Vec::read(file.get(key)).unwrap_or_default()
}

fn collect_views(read: Vec<ReadAnswer>) -> BTreeMap<FullId, BTreeMap<Identifier, Answer>> {
    let mut collected: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for ReadAnswer { question, organisation, answer, .. } in read {
        collected.entry(question).or_default().extend(organisation.map(|organisation| (organisation, answer)));
    }
    collected
}

fn collect_answers(read: Vec<ReadAnswer>) -> BTreeMap<FullId, Answers> {
    let mut collected: BTreeMap<_, Answers> = BTreeMap::new();
    for ReadAnswer { question, organisation, answer, .. } in read {
        let answers = collected.entry(question);
        let Some(organisation) = organisation else {
            answers.or_insert(Answers::Together(answer));
            continue;
        };
        if let Answers::PerOrganisation(each) = answers.or_insert(Answers::PerOrganisation(BTreeMap::new())) {
            each.insert(organisation, answer);
        }
    }
    collected
}

#[cfg(test)]
mod tests {
    use super::super::sample::{SAMPLE, full_id, identifier, outline, source};
    use super::*;
    use crate::domain::{Answer, Decimal, State, Tlp, Value};

    const HEAD: &str = "schema = 1\n[project]\nid = 'abc'\ncreated = 2026-11-01\n";

    /// The faults of a file that begins with four lines of our own.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = source(&format!("{HEAD}{text}"));
        let faults = match read(&source, &outline()) {
            Ok(read) => read.warnings,
            Err(ReadError::Faulty(faults)) => faults,
            Err(other) => panic!("{other}"),
        };
        let said = faults.found.iter().map(|fault| {
            let place = faults.position(fault).map_or(String::new(), |at| format!("{}:{} ", at.line - 4, at.column));
            let tip = fault.tip.as_ref().map_or(String::new(), |tip| format!(" | {tip}"));
            format!("{}: {place}{}{tip}", fault.severity.word(), fault.message)
        });
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    #[track_caller]
    fn check_refused(text: &str, expected: &str) {
        let error = read(&source(text), &outline()).expect_err("must be refused");
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn a_file_of_a_person_is_read() {
        let project = read(&source(SAMPLE), &outline()).expect("is read").project;
        assert_eq!(project.name.as_deref(), Some("Voorbeeld"));
        assert_eq!(project.tlp, Tlp::Amber);
        assert_eq!(project.organisations[0].contacts[0].name, "Jo");
        assert_eq!(project.answer(&full_id("verkennen.aanleiding"), None), Some(&Answer::open()));
        let own = project.answer(&full_id("verkennen.eigen-doel"), Some(&identifier("gemeente-voorbeeld")));
        assert_eq!(own.and_then(Answer::value), Some(&Value::text("Meer rust")));
        assert_eq!(project.history[0].to, Some(State::Given(Value::text("Meer rust"))));
    }

    #[test]
    fn amounts_are_numbers_and_other_texts_stay_texts() {
        let text = format!(
            "{HEAD}[answer.uitbouwen]\nbedrag.value = '1250.50'\n[answer.verkennen.aanleiding]\nvalue = '12'\n\
             [[answer.uitbouwen.activiteiten.value]]\nnaam = '3'\nkosten = '10'\n"
        );
        let project = read(&source(&text), &outline()).expect("is read").project;
        let value = |id: &str| project.answer(&full_id(id), None).and_then(Answer::value).cloned();
        assert_eq!(value("uitbouwen.bedrag"), Some(Value::Number(Decimal::from_hundredths(125_050))));
        assert_eq!(value("verkennen.aanleiding"), Some(Value::text("12")));
        let record = [("naam".to_owned(), Value::text("3")), ("kosten".to_owned(), Value::integer(10))];
        assert_eq!(value("uitbouwen.activiteiten"), Some(Value::List(vec![Value::Record(BTreeMap::from(record))])));
    }

    #[test]
    fn odd_keys_are_warned_about() {
        check(
            "nmae = 'x'\n[ervaring]\na = 1\n",
            &["let op: 1:1 onbekende sleutel 'nmae' | bedoel je 'name'?", "let op: 2:2 onbekende sleutel 'ervaring'"],
        );
    }

    #[test]
    fn organisations_are_known_and_told_apart() {
        check(
            "[[organisation]]\nid = 'bakker'\nname = 'A'\nplace = 'kopgroep'\n\
             [[organisation]]\nid = 'bakker'\nname = 'B'\nplace = 'kopgroup'\n\
             [answer.verkennen.eigen-doel.baker]\nvalue = 'x'\n",
            &[
                "fout: 6:6 deze organisatie staat er al: 'bakker' | geef een van de twee een andere id, of haal er een weg",
                "fout: 8:9 'kopgroup' kan hier niet staan | bedoel je 'kopgroep'?",
                "fout: 9:30 de organisatie 'baker' staat niet in het register | bedoel je 'bakker'?",
            ],
        );
    }

    #[test]
    fn an_answer_is_a_value_or_a_state() {
        check(
            "[answer.a.b]\nvalue = 'x'\nstate = 'open'\n[answer.a.c]\nby = 'Jo'\n[answer.a.d]\nstate = 'opne'\n",
            &[
                "fout: 3:9 hier staat een antwoord, en ook dat er geen antwoord is | haal state weg, of haal value weg",
                "fout: 4:1 bij 'c' staat geen antwoord | \
                 zet erbij: value = \"…\", of als er nog geen antwoord is: state = \"open\"",
                "fout: 7:9 'opne' kan hier niet staan | bedoel je 'open'?",
            ],
        );
    }

    #[test]
    fn an_answer_together_and_one_of_an_organisation_cannot_both_stand() {
        check(
            "[answer.a.b]\nvalue = 'x'\n[answer.a.b.bakker]\nvalue = 'y'\n",
            &[
                "let op: 3:13 onbekende sleutel 'bakker'",
                "fout: 3:13 hier staat een antwoord van 'bakker' in het antwoord van iedereen samen | \
             kies een van de twee: één antwoord samen, of een antwoord per organisatie",
            ],
        );
    }

    #[test]
    fn a_change_is_about_one_thing() {
        check(
            "[[history]]\nat = 2026-11-23T20:15:00+01:00\naction = 'a'\ndecision = 'b'\n",
            &["fout: 1:1 er staat niet bij wat er veranderde, of twee dingen tegelijk | \
             noem één van: question, action, organisation, decision, event, project"],
        );
    }

    #[test]
    fn what_steers_is_found_however_it_is_written() {
        for (written, shown) in [
            ("\u{202e}", "‹U+202E›"),
            ("\\u202e", "‹U+202E›"),
            ("\\U0000202e", "‹U+202E›"),
            ("\\e", "‹U+001B›"),
            ("\\x1b", "‹U+001B›"),
            ("\\b", "‹U+0008›"),
            ("\\f", "‹U+000C›"),
            ("\\r", "‹U+000D›"),
        ] {
            let text = format!("[answer.a.b]\nvalue = [\"x{written}\"]\n");
            let expected = format!(
                "let op: 2:10 in deze tekst staat wat je niet ziet: {shown} | haal het weg; in documenten laat regio het weg"
            );
            check(&text, &[&expected]);
        }
        check("[answer.a.b]\nvalue = 'C:\\beheer'\n[answer.a.c]\nvalue = \"\\\"\\\\\\t\\n\"\n", &[]);
    }

    #[test]
    fn doubled_steps_and_decisions_and_a_lost_one() {
        let decision = "[[decision]]\nid = 'b1'\ntext = 'x'\ndate = 2026-11-01\n";
        check(
            &format!("{decision}{decision}replaces = 'b0'\n"),
            &[
                "fout: 6:6 dit besluit staat er al: 'b1' | geef een van de twee een andere id, of haal er een weg",
                "let op: 9:12 er is geen besluit 'b0'",
            ],
        );
    }

    #[test]
    fn decisions_that_replace_one_another_or_the_same_one() {
        let decision = |(id, old): (&str, &str)| {
            format!("[[decision]]\nid = '{id}'\ntext = 'x'\ndate = 2026-11-01\nreplaces = '{old}'\n")
        };
        let of = |pairs: &[(&str, &str)]| pairs.iter().copied().map(decision).collect::<String>();
        let first = "[[decision]]\nid = 'a'\ntext = 'x'\ndate = 2026-11-01\n";
        let twice = "nog een besluit dat 'a' vervangt | spreek af welk besluit geldt, en geef dat bij replaces de id van het andere";
        let ring = "deze besluiten vervangen elkaar, en dan geldt er geen | haal replaces weg bij het besluit dat jullie het eerst namen";
        check(&format!("{first}{}", of(&[("b", "a"), ("c", "b"), ("d", "c")])), &[]);
        check(&format!("{first}{}", of(&[("b", "a"), ("c", "a")])), &[&format!("let op: 14:12 {twice}")]);
        let told = [5, 10].map(|line| format!("let op: {line}:12 {ring}"));
        check(&of(&[("b", "c"), ("c", "b"), ("d", "c")]), &[&told[0], &told[1]]);
        check(&of(&[("b", "b")]), &[&told[0]]);
    }

    #[test]
    fn a_day_has_one_meeting() {
        let meeting = "[[meeting]]\ndate = 2026-11-24\n";
        check(
            &format!("{meeting}present = ['Anna']\n{meeting}"),
            &[
                "fout: 5:8 bijeenkomst 1 van deze dag staat er al: '2026-11-24' | geef een van de twee een andere date of een ander number, of haal er een weg",
            ],
        );
    }

    #[test]
    fn what_is_no_project_is_said_so() {
        check_refused("a = 1\n", "'regio.toml' is geen bestand van regio met een project");
        check_refused(
            "schema = 1\nid = 'x'\n[[section]]\nid = 'y'\n",
            "'regio.toml' is geen bestand van regio met een project: het is een vragenlijst",
        );
    }

    #[test]
    fn a_newer_file_is_left_alone() {
        check_refused(
            "schema = 2\nregio = '3.0.0'\n[project]\nalles = 'anders'\n",
            "'regio.toml' heeft vorm 2; deze regio kent vorm 1 en ouder (geschreven door regio '3.0.0')",
        );
    }

    #[test]
    fn too_much_is_refused() {
        let organisations: String = (0..1_001)
            .map(|number| format!("[[organisation]]\nid = 'o{number}'\nname = 'x'\nplace = 'partner'\n"))
            .collect();
        check(&organisations, &["fout: 1:3 dit bestand heeft meer dan 1000 organisaties"]);
        let long = format!("[answer.a.b]\nvalue = '{}'\n", "x".repeat(65 * 1024));
        check(
            &long,
            &["fout: 2:9 deze tekst is langer dan 65536 tekens | kort de tekst in, of verwijs naar een document"],
        );
    }
}
