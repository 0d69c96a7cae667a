use std::path::Path;

use super::page::request_id;
use crate::catalog::Catalog;
use crate::domain::{
    Answer, Change, Departure, FullId, Identifier, Item, LapsedAnswer, Misfit, Organisation, Phase, Place, Project,
    Question, State, Subject, Value, Version,
};
use crate::interview;
use crate::ledger::{Gone, PageOf, Received, converted, find_organisation, gone};
use crate::project_file::{AnswerFile, Outline, ReadAnswer, ReadError, Request, read_answers};
use crate::source::{Fault, Faults, SourceFile, nearest, quoted};

/// What answer files are held against.
#[derive(Clone, Copy)]
pub struct Recipient<'r> {
    pub project: &'r Project,
    pub catalog: &'r Catalog,
    pub outline: &'r Outline,
    /// Files that were made for another project are taken too.
    pub other_projects: bool,
}

impl Recipient<'_> {
    /// Reads one answer file: all of it, or every fault of it. What is probably mistyped in it counts for nothing, and is told.
    pub fn receive(&self, source: &SourceFile) -> Result<(Received, Option<Faults>), ReadError> {
        let file = read_answers(source, self.outline)?;
        let refuse = |faults| ReadError::Faulty(Faults::new(source, faults));
        let Some(request) = &file.request else { return Err(refuse(vec![no_request()])) };
        let mut faults = self.faults_of_request(request);
        let named = file.organisations.iter().map(|one| (&one.id, &one.name));
        let asked = request.name.iter().map(|name| (&request.organisation, name));
        faults.extend(asked.chain(named).filter_map(|(id, name)| self.contradiction(request, id, name)));
        let mut received = Received {
            path: source.name.clone(),
            file: file_name(&source.name),
            organisation: self.present(&request.organisation).clone(),
            formerly: self.gone(&request.organisation).map(|gone| gone.name.to_owned()),
            strange_name: self.strange_name(request),
            page_of: self.page_of(request),
            organisations: file.organisations.iter().map(at_most_candidate).collect(),
            said: Vec::new(),
            lapsed: Vec::new(),
        };
        for read in &file.answers {
            match self.judge(request, &file, read) {
                Ok(Judged::Fits(question, answer)) => {
                    let answer = stamped(answer, request, &received.file);
                    received.said.push((question, answer));
                }
                Ok(Judged::Lapses(lapsed)) => {
                    received.lapsed.push(LapsedAnswer { organisation: Some(received.organisation.clone()), ..lapsed });
                }
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok((received, file.warnings.slips())) } else { Err(refuse(faults)) }
    }

    fn faults_of_request(&self, request: &Request) -> Vec<Fault> {
        let mut faults = Vec::new();
        if request.project != self.project.id && !self.other_projects {
            let fault = Fault::at(request.span.clone(), "dit bestand hoort bij een ander project");
            faults.push(fault.tip("weet je zeker dat het hier hoort, voeg dan --ander-project toe"));
        }
        if self.project.organisation(self.present(&request.organisation).as_str()).is_none() {
            faults.push(self.stranger(request));
        }
        for (questionnaire, version) in &request.versions {
            let own = self.catalog.questionnaire(questionnaire).map(|one| one.version);
            if own.is_some_and(|own| *version > own) {
                let message = format!("dit bestand komt van een nieuwere vragenlijst: {questionnaire} {version}");
                faults.push(Fault::at(request.span.clone(), message).tip("werk regio bij, en lees het dan opnieuw in"));
            }
        }
        faults
    }

    /// Where the organisation went, when the register does not hold her any more.
    fn gone<'p>(&'p self, organisation: &Identifier) -> Option<Gone<'p>> {
        match self.project.organisation(organisation.as_str()) {
            Some(_) => None,
            None => gone(self.project, organisation),
        }
    }

    /// The id by which the register knows her now.
    fn present<'p>(&'p self, organisation: &'p Identifier) -> &'p Identifier {
        self.gone(organisation).map_or(organisation, |gone| &gone.into.id)
    }

    /// The id of one organisation with the name of another: nobody can tell whose words these are.
    fn contradiction(&self, request: &Request, id: &Identifier, name: &str) -> Option<Fault> {
        let by_id = self.project.organisation(self.present(id).as_str())?;
        let by_name = find_organisation(self.project, name).filter(|by_name| by_name.id != by_id.id)?;
        let (one, other) = (quoted(&by_id.name), quoted(&by_name.name));
        let fault = Fault::at(request.span.clone(), format!("de id {id} is van {one}, de naam erbij is van {other}"));
        Some(fault.tip("vraag na van wie dit bestand is, en maak in het bestand de naam en de id gelijk"))
    }

    /// What the file calls the organisation, when it is called otherwise here and always was.
    fn strange_name(&self, request: &Request) -> Option<String> {
        let name = request.name.clone()?;
        let is_former = |change: &Change| {
            let was = change.from.as_ref().and_then(State::value).and_then(Value::as_text);
            change.subject == Subject::Organisation(request.organisation.clone())
                && was.is_some_and(|was| was == name || was.starts_with(&format!("{name}, ")))
        };
        let is_known = find_organisation(self.project, &name).is_some() || self.project.history.iter().any(is_former);
        (!is_known).then_some(name)
    }

    /// Whose page it was, when the file speaks for another organisation than was asked.
    fn page_of(&self, request: &Request) -> Option<PageOf> {
        let id = request.id.as_ref().filter(|_| request.project == self.project.id)?;
        let is_page_of = |organisation: &Identifier| {
            Phase::ALL.iter().any(|phase| request_id(self.project, *phase, organisation) == *id)
        };
        if is_page_of(&request.organisation) {
            return None;
        }
        let other = self.project.organisations.iter().find(|other| is_page_of(&other.id));
        Some(other.map_or(PageOf::Stranger, |other| PageOf::Organisation(other.id.clone())))
    }

    fn stranger(&self, request: &Request) -> Fault {
        let name = request.organisation.as_str();
        let message = format!("de organisatie {} staat niet in het register", quoted(name));
        let known = self.project.organisations.iter().map(|organisation| organisation.id.as_str());
        let tip = nearest_or(name, known, "voeg haar eerst toe: regio organisatie nieuw \"Naam\"");
        Fault::at(request.span.clone(), message).tip(tip)
    }

    fn judge(&self, request: &Request, file: &AnswerFile, read: &ReadAnswer) -> Verdict {
        if let Some(other) = read.organisation.as_ref().filter(|other| **other != request.organisation) {
            let message = format!("dit antwoord is van {}, het bestand is van {}", other, request.organisation);
            return Err(Fault::at(read.span.clone(), message).tip("lees van elke organisatie haar eigen bestand in"));
        }
        let id = self.catalog.renamed(&read.question).unwrap_or_else(|| read.question.clone());
        let Some(question) = self.catalog.question(&id) else { return self.judge_stranger(request, read, &id) };
        let mut answer = read.answer.clone();
        let State::Given(value) = answer.state else { return Ok(Judged::Fits(id, answer)) };
        let (value, knows) = (self.catalog.value_now(&id, value), |id: &str| self.knows(file, id));
        let Err(misfit) = question.kind.check(&value, &knows) else {
            answer.state = State::Given(value);
            return Ok(Judged::Fits(id, answer));
        };
        let is_older = answer.revision.is_some_and(|revision| revision < question.revision);
        let said_on = answer.given.map(|given| given.date_naive());
        let said = converted(&value, &question.kind, said_on, &knows);
        match said.filter(|_| is_older && self.catalog.is_converted(&id)) {
            Some(value) => {
                (answer.state, answer.revision) = (State::Given(value), Some(question.revision));
                Ok(Judged::Fits(id, answer))
            }
            None => self.judge_misfit(request, read, question, &misfit),
        }
    }

    fn judge_stranger(&self, request: &Request, read: &ReadAnswer, id: &FullId) -> Verdict {
        if self.is_older(request, id) {
            let why = "deze vraag staat niet meer in de vragenlijst";
            return Ok(Judged::Lapses(lapsed(request, read, None, why)));
        }
        let known: Vec<String> = self.catalog.questions().map(|question| question.id.to_string()).collect();
        let otherwise = "bekijk de vragen met: regio vragenlijst toon verkennen";
        let tip = nearest_or(&id.to_string(), known.iter().map(String::as_str), otherwise);
        Err(Fault::at(read.span.clone(), format!("er is geen vraag {}", quoted(&id.to_string()))).tip(tip))
    }

    fn judge_misfit(&self, request: &Request, read: &ReadAnswer, question: &Question, misfit: &Misfit) -> Verdict {
        let refusal = interview::refusal(misfit);
        let asked_before = read.answer.revision.is_some_and(|revision| revision < question.revision);
        if asked_before || self.is_older(request, &question.id) {
            let why = format!("het past niet meer bij de vraag: {}", refusal.fault);
            return Ok(Judged::Lapses(lapsed(request, read, Some(question), &why)));
        }
        let message = format!("het antwoord bij '{}' past niet: {}", question.label, refusal.fault);
        Err(Fault::at(read.span.clone(), message).tip(refusal.tip))
    }

    /// Whether the file was made with an older version of the questionnaire than is at hand.
    fn is_older(&self, request: &Request, question: &FullId) -> bool {
        let own: Option<Version> = self.catalog.questionnaire(&question.questionnaire).map(|one| one.version);
        request.versions.get(&question.questionnaire).zip(own).is_some_and(|(asked, own)| *asked < own)
    }

    fn knows(&self, file: &AnswerFile, id: &str) -> bool {
        let in_file = file.organisations.iter().any(|organisation| organisation.id.as_str() == id);
        let is_gone = || Identifier::parse(id).is_some_and(|id| self.gone(&id).is_some());
        in_file || self.project.organisation(id).is_some() || is_gone()
    }
}

type Verdict = Result<Judged, Fault>;

enum Judged {
    Fits(FullId, Answer),
    Lapses(LapsedAnswer),
}

/// The tip for what is not known: what it most resembles, or else what to do.
fn nearest_or<'w>(given: &str, known: impl IntoIterator<Item = &'w str>, otherwise: &str) -> String {
    nearest(given, known).map_or_else(|| otherwise.to_owned(), |near| format!("bedoel je '{near}'?"))
}

fn no_request() -> Fault {
    Fault::new(None, "dit is geen antwoordbestand van een rondvraag: [request] ontbreekt")
        .tip("vul een pagina van 'regio rondvraag maak' in; een kopie van het project voeg je toe met 'regio samenvoegen', andere antwoorden met --antwoorden")
}

fn file_name(path: &str) -> String {
    Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned())
}

/// Who and where from, when the answer itself does not say so.
fn stamped(answer: Answer, request: &Request, file: &str) -> Answer {
    Answer {
        by: answer.by.clone().or_else(|| request.by.clone()),
        // What a file says of where it comes from itself is no proof.
        source: Some(file.to_owned()),
        ..answer
    }
}

/// Who takes part is for the kopgroep to say: a file that comes by mail can name an organisation, and no more.
fn at_most_candidate(organisation: &Organisation) -> Organisation {
    Organisation {
        place: organisation.place.clamp(Place::Stakeholder, Place::Candidate),
        departure: Departure::default(),
        ..organisation.clone()
    }
}

fn lapsed(request: &Request, read: &ReadAnswer, asked: Option<&Question>, why: &str) -> LapsedAnswer {
    let of = Item::of(&read.question, &request.organisation);
    let by = read.answer.by.clone().or_else(|| request.by.clone());
    LapsedAnswer { by, ..LapsedAnswer::new(of, asked, &read.answer, why.to_owned()) }
}
