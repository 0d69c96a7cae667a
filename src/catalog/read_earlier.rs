use std::collections::BTreeSet;

use super::ids::ids;
use super::read_questionnaire::questions_of;
use crate::domain::{Earlier, Identifier, Kind, Question, Renamed, RenamedOption, Section, Version};
use crate::expression::Reader;
use crate::source::{Fault, Located, Table};

/// What earlier versions had: every old name must be free, and every new one a question or option of now.
pub(super) fn read_earlier(table: &Table, sections: &[Section], reader: &mut Reader) -> Option<Earlier> {
    let (options, questions): (Vec<Table>, Vec<Table>) =
        table.tables("renamed").into_iter().partition(|one| one.contains("question"));
    let known = ids(&questions_of(table));
    let find =
        |id: &str| sections.iter().flat_map(|section| &section.questions).find(|one| one.id.local.as_str() == id);
    let splits = table.tables("split");
    let mut read = Earlier::default();
    let mut seen = BTreeSet::new();
    for (place, one) in questions.iter().enumerate() {
        let (from, to) = (one.text("from")?, one.text("to")?);
        check_old(&from, &known, seen.insert(from.value), reader);
        // Names are followed from the top down, so one that leads on stands below; nothing then comes back to where it began.
        let mut later = questions[place + 1..].iter().chain(&splits).filter_map(|one| one.text("from"));
        if !known.contains(&to.value) && !later.any(|from| from.value == to.value) {
            let fault = Fault::at(to.span.clone(), format!("de nieuwe id '{}' bestaat niet", to.value));
            reader.fault(fault.tip("noem een vraag van deze vragenlijst, of een oude id die hieronder verder gaat"));
        }
        read.renamed.push(read_renamed(one)?);
    }
    let mut seen_options = BTreeSet::new();
    for (place, one) in options.iter().enumerate() {
        let (question, from, to) = (one.text("question")?, one.text("from")?, one.text("to")?);
        let kind = find(question.value).map(|question| &question.kind);
        let now: Vec<&str> =
            kind.map(Kind::options).unwrap_or_default().iter().map(|option| option.id.as_str()).collect();
        check_old(&from, &now, seen_options.insert((question.value, from.value)), reader);
        let leads_on = |other: &Table| {
            let is = |key: &str, id: &str| other.text(key).is_some_and(|text| text.value == id);
            is("question", question.value) && is("from", to.value)
        };
        if !now.contains(&to.value) && !options[place + 1..].iter().any(leads_on) {
            let words = format!("bij de vraag '{}' is er geen keuze '{}'", question.value, to.value);
            let fault = Fault::at(to.span.clone(), words);
            reader.fault(fault.tip("noem een keuze die de vraag nu heeft, of een oude die hieronder verder gaat"));
        }
        read.renamed_options
            .push(RenamedOption { question: Identifier::parse(question.value)?, renamed: read_renamed(one)? });
    }
    for one in table.tables("converted") {
        let (question, from) = (one.text("question")?, one.text("from")?);
        if let Some(asked) = changed(&question, find(question.value), reader)
            && !asked.kind.takes_over(from.value)
        {
            let (old, new) = (from.value, asked.kind.name().word());
            let fault = Fault::at(from.span, format!("van '{old}' kan regio geen '{new}' maken"));
            reader.fault(fault.tip("haal [[converted]] weg: dan vervalt het oude antwoord, en het blijft te lezen"));
        }
        read.converted.push(Identifier::parse(question.value)?);
    }
    for one in &splits {
        let from = one.text("from")?;
        check_old(&from, &known, seen.insert(from.value), reader);
        let into = one.texts("into");
        into.iter().for_each(|part| _ = changed(part, find(part.value), reader));
        let parts: BTreeSet<&str> = into.iter().map(|part| part.value).collect();
        if parts.len() < 2 || parts.len() < into.len() {
            let fault = Fault::at(from.span.clone(), format!("'{}' is niet gesplitst", from.value));
            reader.fault(fault.tip("noem minstens twee vragen, elk één keer; is het er één, gebruik dan [[renamed]]"));
        }
        let into = into.iter().filter_map(|part| Identifier::parse(part.value)).collect();
        read.split.insert(Identifier::parse(from.value)?, into);
    }
    Some(read)
}

fn read_renamed(table: &Table) -> Option<Renamed> {
    Some(Renamed {
        from: table.identifier("from")?.value,
        to: table.identifier("to")?.value,
        since: table.read("since", Version::parse)?.value,
    })
}

/// An old id is free, and stands once: of two that begin at the same one only one can be followed.
fn check_old(from: &Located<&str>, known: &[&str], is_first: bool, reader: &mut Reader) {
    if known.contains(&from.value) {
        let fault = Fault::at(from.span.clone(), format!("de oude id '{}' is nog in gebruik", from.value));
        reader.fault(fault.tip("een id die eens bestond, gebruik je nooit opnieuw"));
    }
    if !is_first {
        let fault = Fault::at(from.span.clone(), format!("de oude id '{}' staat hier al", from.value));
        reader.fault(fault.tip("laat er één staan"));
    }
}

/// A question whose answers come from an earlier version. Only a raised revision tells those from answers of now.
fn changed<'q>(id: &Located<&str>, question: Option<&'q Question>, reader: &mut Reader) -> Option<&'q Question> {
    let fault = match question {
        None => Fault::at(id.span.clone(), format!("er is geen vraag '{}' in deze vragenlijst", id.value))
            .tip("noem een vraag van deze vragenlijst"),
        Some(question) if question.revision == 1 => {
            let words = format!("de vraag '{}' krijgt oude antwoorden en heeft toch revision 1", id.value);
            Fault::at(id.span.clone(), words).tip("verhoog haar revision, dan is te zien welk antwoord ouder is")
        }
        Some(question) => return Some(question),
    };
    reader.fault(fault);
    None
}
