use std::collections::BTreeMap;

use serde::Serialize;

use super::request::request_id;
use super::settle::{Settler, is_public};
use crate::catalog::Catalog;
use crate::domain::{
    Answer, Formula, FullId, Identifier, Kind, Organisation, Phase, Piece, Question, Scope, State, Template, Tlp, Value,
};
use crate::expression::{Facts, fill, project_name};
use crate::notation;
use crate::project_file::{Outline, Schema};
use crate::round::{Code, EXTRA, WayBack, asked_of, asked_parts, is_beforehand, own_view};

/// What one organisation is asked in one phase.
#[derive(Clone, Copy)]
pub struct Inquiry<'i> {
    pub catalog: &'i Catalog,
    pub facts: &'i Facts<'i>,
    pub phase: Phase,
    pub organisation: &'i Organisation,
    pub earlier: EarlierAnswers,
}

/// Whether what the organisation answered before goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierAnswers {
    LeftOut,
    Included,
}

/// Everything that stands in the page or on the sheet of one organisation, and nothing that is of another.
#[derive(Clone, Debug, Serialize)]
pub struct Contents {
    pub schema: u32,
    pub regio: &'static str,
    pub request: Request,
    pub organisation: Named,
    /// Those that can be chosen where an organisation is asked for.
    pub organisations: Vec<Named>,
    /// Others that the organisation named before.
    pub named: Vec<Named>,
    pub sections: Vec<Part>,
    /// What stands above the first part that is extra.
    pub extra: [&'static str; 2],
    pub earlier: BTreeMap<String, Earlier>,
    #[serde(skip)]
    pub project: String,
    /// That of its sheet.
    #[serde(skip)]
    pub code: Code,
    #[serde(skip)]
    pub way_back: WayBack,
    #[serde(skip)]
    pub label: Tlp,
}

#[derive(Clone, Debug, Serialize)]
pub struct Request {
    pub id: String,
    pub project: String,
    pub phase: Phase,
    pub versions: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    pub id: Identifier,
    pub name: String,
}

/// One section of a questionnaire.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    pub title: String,
    pub intro: String,
    /// Whether who has little time has had what matters most.
    pub is_extra: bool,
    pub questions: Vec<Asked>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Asked {
    pub id: String,
    /// With which its answer is typed over from paper.
    pub code: Code,
    pub revision: u32,
    pub label: String,
    pub ask: String,
    pub kind: Kind,
    pub help: String,
    /// Where it comes from, in short.
    pub mark: String,
    /// What changed about it since the guide.
    pub since: Vec<String>,
    pub why: String,
    pub example: Option<String>,
    /// How one organisation answers what all answer together.
    pub view: Option<&'static str>,
    /// Whether the kopgroep also answers it together; what the organisation says is its view.
    pub together: bool,
    /// What its label means.
    pub tlp: Option<String>,
    /// Only answers of this page stand in it. Nothing when the question is asked whatever they are.
    pub when: Option<Formula>,
}

/// An answer that the organisation gave before, with the keys of an answer file.
type Earlier = serde_json::Map<String, serde_json::Value>;

impl Contents {
    pub fn new(inquiry: &Inquiry) -> Contents {
        let project = inquiry.facts.project;
        let organisations: Vec<Named> = inquiry.facts.kopgroep().map(Named::new).collect();
        let asked = asked_of(inquiry.catalog, inquiry.phase, Some(inquiry.organisation));
        let sections = inquiry.parts(&asked);
        let labels = asked.iter().filter_map(|question| question.tlp);
        let mut contents = Contents {
            schema: Schema::CURRENT.0,
            regio: env!("CARGO_PKG_VERSION"),
            request: inquiry.request(&asked),
            organisation: Named::new(inquiry.organisation),
            organisations,
            named: Vec::new(),
            earlier: BTreeMap::new(),
            project: project_name(project),
            code: Code::of_organisation(&inquiry.organisation.id),
            way_back: WayBack::new(inquiry.catalog, inquiry.facts),
            label: labels.fold(project.tlp, Tlp::max),
            sections,
            extra: EXTRA,
        };
        if inquiry.earlier == EarlierAnswers::Included {
            contents.take_earlier(inquiry, &asked);
        }
        contents
    }

    pub fn questions(&self) -> impl Iterator<Item = &Asked> {
        self.sections.iter().flat_map(|part| &part.questions)
    }

    fn take_earlier(&mut self, inquiry: &Inquiry, asked: &[&Question]) {
        let project = inquiry.facts.project;
        let outline = Outline::of_questions(asked.iter().copied());
        let shown: Vec<String> = self.questions().map(|question| question.id.clone()).collect();
        for question in asked.iter().filter(|question| shown.contains(&question.id.to_string())) {
            let Some(answer) = project.said_by(&question.id, &inquiry.organisation.id) else { continue };
            self.label = self.label.max(answer.tlp.unwrap_or(self.label));
            if let Some(value) = answer.value() {
                let mentioned = project.organisations.iter().filter(|one| value.names(one.id.as_str()));
                let others = mentioned.map(Named::new).filter(|named| !self.organisations.contains(named));
                let fresh: Vec<Named> = others.filter(|named| !self.named.contains(named)).collect();
                self.named.extend(fresh);
            }
            self.earlier.insert(question.id.to_string(), earlier(&question.id, answer, &outline));
        }
    }
}

impl Inquiry<'_> {
    fn request(&self, asked: &[&Question]) -> Request {
        let project = self.facts.project;
        let version =
            |id: &Identifier| self.catalog.questionnaire(id).map(|one| (id.to_string(), one.version.to_string()));
        Request {
            id: request_id(project, self.phase, &self.organisation.id),
            project: project.id.clone(),
            phase: self.phase,
            versions: asked.iter().filter_map(|question| version(&question.id.questionnaire)).collect(),
        }
    }

    fn parts(&self, asked: &[&Question]) -> Vec<Part> {
        let page: Vec<FullId> = asked.iter().map(|question| question.id.clone()).collect();
        let settler = Settler { facts: self.facts, organisation: self.organisation, page: &page };
        let parts = asked_parts(self.catalog, asked, is_beforehand).into_iter().map(|part| Part {
            title: part.section.title.clone(),
            intro: part.section.intro.clone(),
            is_extra: part.is_extra,
            questions: part.questions.into_iter().filter_map(|question| self.asked(question, &settler)).collect(),
        });
        let mut parts: Vec<Part> = parts.filter(|part| !part.questions.is_empty()).collect();
        // Where nothing comes first, nothing is extra.
        let has_first = parts.iter().any(|part| !part.is_extra);
        parts.iter_mut().for_each(|part| part.is_extra &= has_first);
        parts
    }

    /// The question as it is asked; nothing when no answer of this page can make that it is asked.
    fn asked(&self, question: &Question, settler: &Settler) -> Option<Asked> {
        let when = match question.when.as_ref().map(|when| settler.settle(when)) {
            Some(Formula::Flag(false) | Formula::NotKnown) => return None,
            Some(Formula::Flag(true)) | None => None,
            when => when,
        };
        let facts = self.catalog.facts_at(&question.id);
        Some(Asked {
            id: question.id.to_string(),
            code: Code::of_question(&question.id),
            revision: question.revision,
            label: question.label.clone(),
            ask: asked_words(question, self.facts, self.organisation),
            kind: question.kind.clone(),
            help: question.help.clone(),
            mark: question.mark(),
            since: facts.map(|fact| notation::dated_fact(fact, self.facts.today)).collect(),
            why: question.why.clone(),
            example: question.example.clone(),
            view: own_view(question),
            together: question.scope == Scope::Together,
            tlp: question.tlp.map(|tlp| format!("{}: dit antwoord {}.", tlp.title(), reach(tlp))),
            when,
        })
    }
}

impl Named {
    fn new(organisation: &Organisation) -> Named {
        Named { id: organisation.id.clone(), name: organisation.name.clone() }
    }
}

fn earlier(question: &FullId, answer: &Answer, outline: &Outline) -> Earlier {
    let value = answer.value().map(|value| outline.with_strings(question, value.clone()));
    let said = matches!(answer.state, State::Unknown | State::NotApplicable);
    let fields = [
        ("value", value.as_ref().map(json)),
        ("state", said.then(|| answer.state.word().into())),
        ("note", answer.note.clone().map(Into::into)),
        ("given", answer.given.map(|given| given.to_rfc3339().into())),
        ("by", answer.by.clone().map(Into::into)),
    ];
    fields.into_iter().filter_map(|(name, said)| Some((name.to_owned(), said?))).collect()
}

/// Who may see it, behind "dit antwoord".
pub fn reach(tlp: Tlp) -> &'static str {
    match tlp {
        Tlp::Clear => "mag iedereen lezen",
        Tlp::Green => "blijft binnen de samenwerking",
        Tlp::Amber => "blijft bij de organisaties die het krijgen en hun klanten, voor wie het nodig heeft",
        Tlp::AmberStrict => "blijft binnen de organisaties die het krijgen, voor wie het nodig heeft",
        Tlp::Red => "is alleen voor de mensen die het zelf krijgen",
    }
}

/// The words of a question to an organisation itself, as it may read them: with an ellipsis for what others answered.
pub fn asked_words(question: &Question, facts: &Facts, organisation: &Organisation) -> String {
    fill(&spoken_to(&question.ask), facts, Some(organisation))
}

fn spoken_to(template: &Template) -> Template {
    let piece = |piece: &Piece| match piece {
        Piece::Value(Formula::OrganisationName, _) => Piece::Words("jullie organisatie".to_owned()),
        Piece::Value(formula, _) if !is_public(formula) => Piece::Words("…".to_owned()),
        piece => piece.clone(),
    };
    Template { pieces: template.pieces.iter().map(piece).collect() }
}

/// The value as an answer file has it.
fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(text) => text.as_str().into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Number(number) => match number.to_integer() {
            Some(whole) => whole.into(),
            None => number.to_string().parse::<f64>().map_or(serde_json::Value::Null, serde_json::Value::from),
        },
        Value::Date(day) => day.to_string().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Record(fields) => fields.iter().map(|(name, field)| (name.clone(), json(field))).collect(),
    }
}
