use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::{heading, kind_word, paragraph, section};
use crate::document::{Block, Document, Inline, Weight, text};
use crate::domain::{
    Formula, FullId, Kind, Lesson, Origin, Phase, Piece, Question, Questionnaire, Scope, Section, Template, Tip,
};
use crate::notation;

/// One questionnaire, whole: what will be asked, before it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionnaireReport {
    pub id: String,
    pub version: String,
    pub phase: Phase,
    pub title: String,
    pub intro: String,
    pub sections: Vec<SectionReport>,
    pub actions: Vec<AdviceReport>,
    pub signals: Vec<AdviceReport>,
    pub thresholds: Vec<ThresholdReport>,
    #[serde(skip)]
    date: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionReport {
    pub id: String,
    pub title: String,
    pub minutes: u32,
    pub intro: String,
    pub questions: Vec<QuestionReport>,
    pub tips: Vec<Tip>,
    pub lessons: Vec<Lesson>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionReport {
    pub id: String,
    pub label: String,
    pub ask: String,
    #[serde(rename = "type", serialize_with = "kind_word")]
    pub kind: Kind,
    /// The words of the options, levels or fields.
    pub choices: Vec<String>,
    pub help: String,
    pub why: String,
    pub example: Option<String>,
    pub per_organisation: bool,
    pub conditional: bool,
    pub points: Vec<String>,
    #[serde(serialize_with = "origin_word")]
    pub origin: Origin,
}

/// A step or a signal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AdviceReport {
    pub id: String,
    pub text: String,
    pub advice: String,
    pub points: Vec<String>,
    #[serde(serialize_with = "origin_word")]
    pub origin: Origin,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThresholdReport {
    pub id: String,
    pub is: String,
    pub about: String,
}

impl QuestionnaireReport {
    pub fn new(questionnaire: &Questionnaire, today: NaiveDate) -> QuestionnaireReport {
        let (actions, signals) = (questionnaire.actions.iter(), questionnaire.signals.iter());
        QuestionnaireReport {
            id: questionnaire.id.to_string(),
            version: questionnaire.version.to_string(),
            phase: questionnaire.phase,
            title: questionnaire.title.clone(),
            intro: questionnaire.intro.clone(),
            sections: questionnaire.sections.iter().map(section_report).collect(),
            actions: actions.map(|one| advice(&one.id, [&one.title, &one.how], &one.points, &one.origin)).collect(),
            signals: signals.map(|one| advice(&one.id, [&one.text, &one.advice], &one.points, &one.origin)).collect(),
            thresholds: questionnaire
                .thresholds
                .iter()
                .map(|(id, threshold)| ThresholdReport {
                    id: id.to_string(),
                    is: notation::number(threshold.is),
                    about: threshold.about.clone(),
                })
                .collect(),
            date: today,
        }
    }

    pub fn document(&self) -> Document {
        let mut blocks = vec![paragraph(&self.intro)];
        for section in &self.sections {
            section_blocks(section, &mut blocks);
        }
        blocks.extend(section("Stappen", Block::Definitions, self.actions.iter().map(advice_line)));
        blocks.extend(section("Signalen", Block::Definitions, self.signals.iter().map(advice_line)));
        let line = |one: &ThresholdReport| (text(format!("{}: {}", one.id, one.is)), text(&one.about));
        blocks.extend(section("Drempels", Block::Definitions, self.thresholds.iter().map(line)));
        let subtitle = Some(format!("Vragenlijst {}, versie {}", self.id, self.version));
        Document { subtitle, ..Document::new(&self.title, self.date, blocks) }
    }
}

fn section_blocks(section: &SectionReport, blocks: &mut Vec<Block>) {
    blocks.push(heading(1, format!("{} ({})", section.title, notation::minutes(section.minutes))));
    blocks.push(paragraph(&section.intro));
    for tip in &section.tips {
        blocks.push(Block::Notice {
            weight: Weight::Attention,
            word: "tip".to_owned(),
            text: text(&tip.text),
            advice: None,
        });
    }
    for lesson in &section.lessons {
        blocks.push(Block::Quote { text: text(&lesson.text), from: lesson.from.clone() });
    }
    for question in &section.questions {
        question_blocks(question, blocks);
    }
}

fn question_blocks(question: &QuestionReport, blocks: &mut Vec<Block>) {
    blocks.push(heading(2, &question.ask));
    if !question.choices.is_empty() {
        blocks.push(Block::Bullets(question.choices.iter().map(text).collect()));
    }
    let mut facts = vec![
        (text("Uitleg"), text(&question.help)),
        (text("Waarom"), text(&question.why)),
        (text("Antwoord"), text(kind_words(question))),
        (text("Id"), vec![Inline::Code(question.id.clone())]),
        (text("Herkomst"), text(origin(&question.origin, &question.points))),
    ];
    if let Some(example) = &question.example {
        facts.insert(2, (text("Voorbeeld"), text(example)));
    }
    blocks.push(Block::Definitions(facts));
}

fn kind_words(question: &QuestionReport) -> String {
    let kind = notation::kind(&question.kind);
    let each = if question.per_organisation { ", van elke organisatie van de kopgroep" } else { "" };
    let sometimes = if question.conditional { ", alleen als eerdere antwoorden erom vragen" } else { "" };
    format!("{kind}{each}{sometimes}")
}

fn advice_line(one: &AdviceReport) -> (Vec<Inline>, Vec<Inline>) {
    let origin = origin(&one.origin, &one.points);
    (vec![Inline::Strong(one.text.clone())], text(format!("{} ({}; {origin})", one.advice, one.id)))
}

fn origin(origin: &Origin, points: &[String]) -> String {
    [origin.word()].into_iter().chain(points.iter().map(String::as_str)).collect::<Vec<_>>().join(", ")
}

fn origin_word<S: Serializer>(origin: &Origin, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(origin.word())
}

fn advice(id: &FullId, [text, advice]: [&Template; 2], points: &[String], origin: &Origin) -> AdviceReport {
    AdviceReport {
        id: id.local.to_string(),
        text: written(text),
        advice: written(advice),
        points: points.to_vec(),
        origin: origin.clone(),
    }
}

fn section_report(section: &Section) -> SectionReport {
    SectionReport {
        id: section.id.to_string(),
        title: section.title.clone(),
        minutes: section.minutes,
        intro: section.intro.clone(),
        questions: section.questions.iter().map(question_report).collect(),
        tips: section.tips.clone(),
        lessons: section.lessons.clone(),
    }
}

fn question_report(question: &Question) -> QuestionReport {
    QuestionReport {
        id: question.id.local.to_string(),
        label: question.label.clone(),
        ask: written(&question.ask),
        kind: question.kind.clone(),
        choices: choices(&question.kind),
        help: question.help.clone(),
        why: question.why.clone(),
        example: question.example.clone(),
        per_organisation: question.scope == Scope::PerOrganisation,
        conditional: question.when.is_some(),
        points: question.points.clone(),
        origin: question.origin.clone(),
    }
}

fn choices(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Scale { levels } => {
            levels.iter().enumerate().map(|(index, level)| format!("{}: {level}", index + 1)).collect()
        }
        Kind::Group { fields, .. } => fields.iter().map(|field| field.ask.clone()).collect(),
        kind => kind
            .options()
            .iter()
            .map(|option| match &option.consequence {
                Some(consequence) => format!("{}: {consequence}", option.label),
                None => option.label.clone(),
            })
            .collect(),
    }
}

/// A text as it stands in the questionnaire, with dots where an answer comes.
fn written(template: &Template) -> String {
    template
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Value(Formula::OrganisationName, _) => "de organisatie",
            Piece::Value(..) => "…",
        })
        .collect()
}
