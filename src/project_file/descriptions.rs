//! Every record of the files, described once: from here come its shape, how it is read and how it is written.

use chrono::NaiveDate;

use super::answers::NamedProject;
use super::field::{Field, Fields, Written, key};
use super::part::{Part, count, joined, key_of_field, keys_of_part, part};
use crate::domain::{
    ActionRecord, Agreed, Answer, Change, Consent, Contact, Decision, Departure, Event, EventKey, FullId, Identifier,
    Item, LapsedAnswer, Meeting, Organisation, OwnAction, State, Subject, Tlp, Value, Variant,
};
use crate::source::{Key, Shape, Table};

/// What stands in `[project]`.
pub struct Head {
    pub id: String,
    pub named: NamedProject,
    pub tlp: Option<Tlp>,
    pub created: NaiveDate,
}

/// What stands in the table of a phase.
pub struct PhaseRecord {
    pub begun: NaiveDate,
}

part!(Head {
    id: "willekeurig, verandert nooit: houdt kopieën en antwoordbestanden bij elkaar",
    named,
    tlp: "wie het project hooguit mag zien",
    created: "de dag waarop het project begon",
});

part!(NamedProject { name: "de naam van de samenwerking", region: "de regio", trekker: "wie trekt" });

part!(PhaseRecord { begun: "de dag waarop de fase begon" });

part!(Organisation {
    id: "waarmee antwoorden naar de organisatie verwijzen",
    name: "de naam",
    kind: "de soort organisatie",
    place: "de plaats in de samenwerking",
    departure,
    contacts as contact: "contactpersonen",
});

part!(Departure {
    left: "de dag waarop de organisatie vertrok",
    left_because: "waarom de organisatie vertrok",
    left_behind: "wat er blijft liggen"
});

part!(Contact { name: "de naam", role: "de functie", mail: "het e-mailadres", phone: "het telefoonnummer" });

part!(Answer {
    state,
    given: "wanneer het antwoord is gegeven",
    by: "wie het antwoord gaf",
    revision: "de uitgave van de vraag",
    note: "een opmerking bij het antwoord",
    tlp: "wie dit antwoord hooguit mag zien",
    source: "waar het antwoord vandaan komt",
    given_for: "waarvoor dit is gezegd; staat er iets anders, dan telt het niet",
});

part!(Variant {
    question: "de vraag",
    organisation: "de organisatie die dit zei",
    standing: "hoe het staat naast het antwoord dat geldt",
    answer,
});

part!(ActionRecord {
    done: "de dag waarop de stap klaar was",
    dropped: "de dag waarop de stap verviel",
    owner: "wie de stap doet",
    due: "voor wanneer",
    note: "een opmerking",
    reopened: "de dag waarop de stap weer open ging",
});

part!(OwnAction {
    id: "de naam van de stap",
    phase: "de fase waar de stap bij hoort",
    created: "de dag waarop de stap is bedacht",
    title: "wat er gedaan wordt",
    record,
});

part!(Decision {
    id: "de naam van het besluit",
    date: "wanneer",
    by: "door wie",
    text: "wat er besloten is",
    why: "waarom",
    replaces: "het besluit dat hiermee vervalt",
});

part!(Event {
    date: "wanneer",
    kind: "wat voor gebeurtenis",
    by: "door wie het is genoteerd",
    text: "wat er gebeurde",
    steps: "de stappen die van hand gingen",
    consent,
});

part!(Consent {
    by as consent: "wie het goed vindt dat anderen dit lezen",
    since as consent_since: "sinds wanneer",
    to as consent_to: "de tekst waarvoor dat geldt; staat er iets anders, dan telt het niet",
});

part!(Meeting {
    date: "de dag",
    number: "de hoeveelste van die dag, als er meer waren",
    present: "wie erbij waren",
    parked: "wat is geparkeerd: de id van een vraag, of woorden",
    agreed: "wat samen is geantwoord, zoals het toen is gezegd",
    decided: "de namen van de besluiten",
    steps as step: "de stappen die zijn bedacht, zoals ze toen zijn afgesproken",
});

part!(Agreed { question: "de vraag", answer });

part!(Change { at: "wanneer", by: "door wie", subject, from: "hoe het was", to: "hoe het werd", why: "waarom" });

part!(LapsedAnswer {
    question: "de vraag",
    organisation: "de organisatie die het antwoord gaf",
    ask: "de vraag zoals die was",
    value: "het antwoord",
    given: "wanneer het antwoord is gegeven",
    by: "wie het antwoord gaf",
    note: "een opmerking",
    tlp: "wie het antwoord hooguit mag zien",
    why: "waarom het niet meer past",
});

/// A value, or a word that says why there is none: one of the two.
impl Part for State {
    const KEYS: &'static [Key] = &[
        key::<Option<Value>>("value", "het antwoord"),
        Key::optional("state", Shape::Word(State::WORDS_WITHOUT_VALUE), "als er geen antwoord is: waarom niet"),
    ];

    fn read(table: &Table<'_>) -> Option<State> {
        match (table.get("value"), table.get("state")) {
            (Some(value), None) => Value::read(Some(value)).map(State::Given),
            (None, Some(state)) => State::parse_without_value(state.text()?),
            _ => None,
        }
    }

    fn fields(&self) -> Fields {
        let word = self.value().is_none().then(|| self.word().to_owned());
        let fields =
            [("value", self.value().and_then(Field::written)), ("state", word.and_then(|word| word.written()))];
        present(fields)
    }
}

/// What a change is about; only a question may have an organisation beside it.
impl Part for Subject {
    const KEYS: &'static [Key] = &[
        key::<Option<FullId>>("question", "de vraag waar het over gaat"),
        key::<Option<Identifier>>("organisation", "de organisatie waar het over gaat"),
        key::<Option<String>>("action", "de stap waar het over gaat"),
        key::<Option<String>>("decision", "het besluit waar het over gaat"),
        key::<Option<bool>>("note", "true als het over de opmerking bij dat antwoord gaat"),
        key::<Option<bool>>("label", "true als het over het label van dat antwoord gaat"),
        key::<Option<NaiveDate>>("event_date", "de dag van de gebeurtenis waar het over gaat"),
        key::<Option<String>>("consent", "de tekst van de gebeurtenis, als het over het ja daarbij gaat"),
        key::<Option<bool>>("event", "true als het over een gebeurtenis gaat, in oudere bestanden"),
        key::<Option<String>>("project", "wat er van het project zelf veranderde"),
    ];

    fn read(table: &Table<'_>) -> Option<Subject> {
        let organisation = Option::read(table.get("organisation"))?;
        let subjects = [
            table.string("action").map(Subject::Action),
            table.string("decision").map(Subject::Decision),
            table.string("project").map(Subject::Project),
            event_subject(table),
            match Option::read(table.get("question"))? {
                Some(question) if table.is_true("note") => Some(Subject::Note(Item { question, organisation })),
                Some(question) if table.is_true("label") => Some(Subject::Label(Item { question, organisation })),
                Some(question) => Some(Subject::Answer(Item { question, organisation })),
                None => organisation.map(Subject::Organisation),
            },
        ];
        let mut named = subjects.into_iter().flatten();
        named.next().filter(|_| named.next().is_none())
    }

    fn fields(&self) -> Fields {
        let about = |Item { question, organisation }: &Item, side: Option<&'static str>| {
            let item = [("question", question.written()), ("organisation", organisation.written())];
            item.into_iter().chain(side.map(|side| (side, true.written()))).collect()
        };
        let fields: Vec<_> = match self {
            Subject::Answer(item) => about(item, None),
            Subject::Note(item) => about(item, Some("note")),
            Subject::Label(item) => about(item, Some("label")),
            Subject::Action(action) => vec![("action", action.written())],
            Subject::Organisation(organisation) => vec![("organisation", organisation.written())],
            Subject::Decision(decision) => vec![("decision", decision.written())],
            Subject::Event(EventKey { date: None, .. }) => vec![("event", true.written())],
            Subject::Event(EventKey { date, .. }) => vec![("event_date", date.written())],
            Subject::Consent(EventKey { date, text }) => {
                vec![("event_date", date.written()), ("consent", text.written())]
            }
            Subject::Project(what) => vec![("project", what.written())],
        };
        present(fields)
    }
}

/// What became of an event are its words before or after; of the yes to it they stand beside.
fn event_subject(table: &Table<'_>) -> Option<Subject> {
    let date = table.date("event_date").map(|date| date.value);
    if let Some(text) = table.string("consent") {
        return Some(Subject::Consent(EventKey { date, text }));
    }
    let text = || ["to", "from"].into_iter().find_map(|key| table.string(key)).unwrap_or_default();
    (date.is_some() || table.is_true("event")).then(|| Subject::Event(EventKey { date, text: text() }))
}

fn present(fields: impl IntoIterator<Item = (&'static str, Option<Written>)>) -> Fields {
    fields.into_iter().filter_map(|(key, written)| Some((key, written?))).collect()
}
