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
    let mut earlier: Vec<&str> = questions.iter().filter_map(|one| one.text("from")).map(|from| from.value).collect();
    earlier.extend(table.tables("split").iter().filter_map(|one| one.text("from")).map(|from| from.value));
    let mut read = Earlier::default();
    for one in &questions {
        let (from, to) = (one.text("from")?, one.text("to")?);
        check_free(&from, &known, reader);
        if !known.contains(&to.value) && !earlier.contains(&to.value) {
            let fault = Fault::at(to.span.clone(), format!("de nieuwe id '{}' bestaat niet", to.value));
            reader.fault(fault.tip("noem een vraag van deze vragenlijst"));
        }
        read.renamed.push(read_renamed(one)?);
    }
    for one in &options {
        let (question, from, to) = (one.text("question")?, one.text("from")?, one.text("to")?);
        let kind = find(question.value).map(|question| &question.kind);
        let now: Vec<&str> =
            kind.map(Kind::options).unwrap_or_default().iter().map(|option| option.id.as_str()).collect();
        check_free(&from, &now, reader);
        let is_earlier = |other: &Table| other.text("from").is_some_and(|from| from.value == to.value);
        if !now.contains(&to.value) && !options.iter().any(is_earlier) {
            let words = format!("bij de vraag '{}' is er geen keuze '{}'", question.value, to.value);
            reader.fault(Fault::at(to.span.clone(), words).tip("noem een keuze die de vraag nu heeft"));
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
    for one in table.tables("split") {
        let from = one.text("from")?;
        check_free(&from, &known, reader);
        let into = one.texts("into");
        into.iter().for_each(|part| _ = changed(part, find(part.value), reader));
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

fn check_free(from: &Located<&str>, known: &[&str], reader: &mut Reader) {
    if known.contains(&from.value) {
        let fault = Fault::at(from.span.clone(), format!("de oude id '{}' is nog in gebruik", from.value));
        reader.fault(fault.tip("een id die eens bestond, gebruik je nooit opnieuw"));
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
