use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::{heading, notice, paragraph, section};
use crate::advice::minutes_of;
use crate::document::{Block, Definition, Document, Inline, Weight, text};
use crate::domain::{
    Choice, Depth, Formula, FullId, Kind, Origin, Piece, Question, Questionnaire, Scope, Section, Template, Threshold,
};
use crate::notation;

/// One questionnaire, whole: what will be asked, before it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionnaireReport<'q> {
    pub questionnaire: &'q Questionnaire,
    pub date: NaiveDate,
}

/// A step or a signal, as far as both are alike: its id, what it says, what it advises, and where it comes from.
struct Advice<'q>(&'q FullId, &'q Template, &'q Template, &'q [String], &'q Origin);

impl<'q> QuestionnaireReport<'q> {
    pub fn document(&self) -> Document {
        let Questionnaire { id, version, title, intro, sections, thresholds, .. } = self.questionnaire;
        let mut blocks = vec![paragraph(intro)];
        blocks.extend(sections.iter().flat_map(section_blocks));
        blocks.extend(section("Stappen", Block::Definitions, self.steps().map(Advice::line)));
        blocks.extend(section("Signalen", Block::Definitions, self.signals().map(Advice::line)));
        let line = |(id, one): (_, &Threshold)| (text(format!("{id}: {}", notation::number(one.is))), text(&one.about));
        blocks.extend(section("Drempels", Block::Definitions, thresholds.iter().map(line)));
        let subtitle = Some(format!("Vragenlijst {id}, versie {version}"));
        Document { subtitle, ..Document::new(title, self.date, blocks) }
    }

    fn steps(&self) -> impl Iterator<Item = Advice<'q>> {
        let actions = self.questionnaire.actions.iter();
        actions.map(|one| Advice(&one.id, &one.title, &one.how, &one.points, &one.origin))
    }

    fn signals(&self) -> impl Iterator<Item = Advice<'q>> {
        let signals = self.questionnaire.signals.iter();
        signals.map(|one| Advice(&one.id, &one.text, &one.advice, &one.points, &one.origin))
    }
}

/// What a program reads: every text as it stands in the questionnaire, and not the formulas that only regio can work out.
impl Serialize for QuestionnaireReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Questionnaire { id, version, phase, title, intro, sections, thresholds, .. } = self.questionnaire;
        let threshold =
            |(id, one): (_, &Threshold)| json!({ "id": id, "is": notation::number(one.is), "about": one.about });
        let whole = json!({
            "id": id,
            "version": version.to_string(),
            "phase": phase,
            "title": title,
            "intro": intro,
            "sections": sections.iter().map(section_data).collect::<Vec<_>>(),
            "actions": self.steps().map(Advice::data).collect::<Vec<_>>(),
            "signals": self.signals().map(Advice::data).collect::<Vec<_>>(),
            "thresholds": thresholds.iter().map(threshold).collect::<Vec<_>>(),
        });
        whole.serialize(serializer)
    }
}

fn section_data(section: &Section) -> Value {
    json!({
        "id": section.id,
        "title": section.title,
        "minutes": minutes(section),
        "intro": section.intro,
        "questions": section.questions.iter().map(question_data).collect::<Vec<_>>(),
        "tips": section.tips,
        "lessons": section.lessons,
    })
}

fn question_data(question: &Question) -> Value {
    json!({
        "id": question.id.local,
        "label": question.label,
        "ask": written(&question.ask),
        "type": question.kind.name(),
        "choices": choices(&question.kind),
        "help": question.help,
        "why": question.why,
        "example": question.example,
        "per_organisation": question.scope.is_each(),
        "conditional": question.when.is_some(),
        "points": question.points,
        "origin": question.origin.word(),
    })
}

impl Advice<'_> {
    fn data(self) -> Value {
        let Advice(id, text, advice, points, origin) = self;
        let (text, advice) = (written(text), written(advice));
        json!({ "id": id.local, "text": text, "advice": advice, "points": points, "origin": origin.word() })
    }

    fn line(self) -> Definition {
        let Advice(id, words, advice, points, origin) = self;
        let advice = format!("{} ({}) {}", written(advice), id.local, origin.mark(points));
        (vec![Inline::Strong(written(words))], text(advice))
    }
}

/// For the core, answered once.
fn minutes(section: &Section) -> u32 {
    minutes_of(section.questions.iter().filter(|question| question.depth == Depth::Core))
}

fn section_blocks(section: &Section) -> Vec<Block> {
    let title = format!("{} ({})", section.title, notation::minutes(minutes(section)));
    let tips = section.tips.iter();
    let tips = tips.map(|tip| notice(Weight::Attention, "tip", format!("{} {}", tip.text, tip.mark()), None));
    let lessons = section.lessons.iter().map(|lesson| Block::Quote {
        text: text(format!("{} {}", lesson.text, lesson.mark())),
        from: lesson.heading(),
    });
    let mut blocks = vec![heading(1, title), paragraph(&section.intro)];
    blocks.extend(tips.chain(lessons));
    blocks.extend(section.questions.iter().flat_map(question_blocks));
    blocks
}

fn question_blocks(question: &Question) -> Vec<Block> {
    let choices = choices(&question.kind);
    let example = question.example.iter().map(|example| (text("Voorbeeld"), text(example)));
    let facts = [(text("Uitleg"), text(&question.help)), (text("Waarom"), text(&question.why))];
    let more = [
        (text("Antwoord"), text(kind_words(question))),
        (text("Id"), vec![Inline::Code(question.id.local.to_string())]),
        (text("Herkomst"), text(question.mark())),
    ];
    let facts = facts.into_iter().chain(example).chain(more).collect();
    let choices = (!choices.is_empty()).then(|| Block::Bullets(choices.into_iter().map(text).collect()));
    let ask = heading(2, written(&question.ask));
    std::iter::once(ask).chain(choices).chain([Block::Definitions(facts)]).collect()
}

fn kind_words(question: &Question) -> String {
    let kind = question.kind.name().title();
    let each = match question.scope {
        Scope::Each(circle) => format!(", {}", circle.title()),
        Scope::Together => String::new(),
    };
    let sometimes = if question.when.is_some() { ", alleen als eerdere antwoorden erom vragen" } else { "" };
    format!("{kind}{each}{sometimes}")
}

fn choices(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Scale { levels } => (1..).zip(levels).map(|(place, level)| format!("{place}: {level}")).collect(),
        Kind::Group { fields, .. } => fields.iter().map(|field| field.ask.clone()).collect(),
        kind => kind.options().iter().map(option_words).collect(),
    }
}

fn option_words(option: &Choice) -> String {
    match &option.consequence {
        Some(consequence) => format!("{}: {consequence}", option.label),
        None => option.label.clone(),
    }
}

/// A text as it stands in the questionnaire, with dots where an answer comes.
fn written(template: &Template) -> String {
    let words = template.pieces.iter().map(|piece| match piece {
        Piece::Words(words) => words.as_str(),
        Piece::Value(Formula::OrganisationName, _) => "de organisatie",
        Piece::Value(..) => "…",
    });
    words.collect()
}
