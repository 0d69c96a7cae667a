use std::path::PathBuf;

use clap::Args;

use crate::domain::{FullId, Identifier};

use super::reference::Reference;
use super::value::ValueFault;

/// An answer given on the command line: `verkennen.aanleiding=Een storing` or, for one organisation,
/// `verkennen.eigen-doel.gemeente-voorbeeld=Van elkaar leren`. The value is still as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    pub question: Reference,
    pub organisation: Option<Identifier>,
    pub value: String,
}

/// The answers that are given beforehand, where questions are asked.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Presets {
    #[arg(long = "antwoord", value_name = "ID=WAARDE", value_parser = Preset::parse)]
    #[arg(help = "Geef een antwoord mee; mag vaker")]
    pub answers: Vec<Preset>,

    #[arg(long = "antwoorden", value_name = "BESTAND")]
    #[arg(help = "Lees antwoorden uit een bestand; mag vaker")]
    pub files: Vec<PathBuf>,
}

impl Preset {
    pub fn parse(given: &str) -> Result<Preset, ValueFault> {
        let (name, value) = given.split_once('=').ok_or_else(|| {
            let tip = "schrijf het zo: --antwoord verkennen.aanleiding=\"Een storing\"";
            ValueFault::new("mist een = en een waarde", tip)
        })?;
        let of_organisation = name
            .rsplit_once('.')
            .and_then(|(question, organisation)| FullId::parse(question).zip(Identifier::parse(organisation)));
        let (question, organisation) = match of_organisation {
            Some((question, organisation)) => (Reference::Full(question), Some(organisation)),
            None => (Reference::parse(name)?, None),
        };
        Ok(Preset { question, organisation, value: value.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(given: &str, expected: Option<(&str, Option<&str>, &str)>) {
        let read = Preset::parse(given).ok();
        let shown = read.as_ref().map(|preset| {
            let organisation = preset.organisation.as_ref().map(Identifier::as_str);
            (preset.question.to_string(), organisation, preset.value.as_str())
        });
        assert_eq!(shown, expected.map(|(question, organisation, value)| (question.to_owned(), organisation, value)));
    }

    #[test]
    fn a_preset_names_a_question_and_perhaps_an_organisation() {
        check("aanleiding=Een storing", Some(("aanleiding", None, "Een storing")));
        check("verkennen.uren=a=b", Some(("verkennen.uren", None, "a=b")));
        check("verkennen.doel.gemeente-x=", Some(("verkennen.doel", Some("gemeente-x"), "")));
        check("aanleiding", None);
        check("=waarde", None);
    }
}
