use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args};

use super::output::{Format, format_of};
use super::value;
use crate::cli::{Failure, Result, file_name};

/// Where the options stand that few people need.
const EXPERT: &str = "Voor gevorderden";

/// What holds for every command, as it stands on the command line.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(next_help_heading = "Voor elke opdracht")]
pub struct Settings {
    #[arg(long, global = true, hide_short_help = true, value_name = "BESTAND")]
    #[arg(help = "Het projectbestand; anders regio.toml in deze map of de eerste erboven")]
    pub project: Option<PathBuf>,

    #[arg(long = "vragenlijsten", global = true, hide_short_help = true, value_name = "MAP")]
    #[arg(help_heading = EXPERT, help = "Een map met eigen vragenlijsten")]
    pub questionnaires: Option<PathBuf>,

    #[arg(long = "formaat", global = true, hide_short_help = true, value_name = "FORMAAT", value_parser = value::word_of(Format::WORDS, Format::parse), ignore_case = true)]
    #[arg(help = "De vorm van het resultaat; anders naar het einde van de naam bij --uit")]
    pub format: Option<Format>,

    #[arg(long = "uit", global = true, hide_short_help = true, value_name = "BESTAND")]
    #[arg(help = "Waar het resultaat komt: een bestand, of een map als het er meer zijn")]
    pub output_file: Option<PathBuf>,

    #[arg(long = "overschrijf", global = true, hide_short_help = true)]
    #[arg(help_heading = EXPERT, help = "Een bestand dat er al is, mag weg")]
    pub overwrite: bool,

    #[arg(long = "eenvoudig", global = true, hide_short_help = true)]
    #[arg(help = "Gewone regels, zonder kleur en keuzemenu's; goed voor een schermlezer")]
    pub plain: bool,

    #[arg(long = "geen-vragen", global = true, hide_short_help = true)]
    #[arg(help_heading = EXPERT, help = "Stel geen vragen; wat ontbreekt, blijft open")]
    pub no_questions: bool,

    #[arg(long = "kleur", global = true, hide_short_help = true, value_name = "KLEUR")]
    #[arg(value_parser = value::one_of(["auto", "altijd", "nooit"]), ignore_case = true)]
    #[arg(help_heading = EXPERT, help = "Wanneer er kleur te zien is; anders auto")]
    pub colour: Option<String>,

    #[arg(long = "door", global = true, hide_short_help = true, value_name = "NAAM", value_parser = value::text)]
    #[arg(help = "Wie dit invult; komt bij de antwoorden en in de geschiedenis")]
    pub by: Option<String>,

    #[arg(short = 'h', long = "help", alias = "hulp", global = true, action = ArgAction::Help)]
    #[arg(help_heading = "Opties", help = "Toon deze uitleg, met --help uitvoeriger")]
    pub help: Option<bool>,
}

impl Settings {
    /// The same with what else was said. Fails where two options contradict each other. A command that `makes_files` of its own may
    /// overwrite them without one that is named.
    pub fn with(mut self, environment: Option<OsString>, makes_files: bool) -> Result<Settings> {
        // The project that the environment names holds where no other is named.
        let from_environment = environment.filter(|path| !path.is_empty()).map(PathBuf::from);
        self.project = self.project.or(from_environment);
        if self.overwrite && self.output_file.is_none() && !makes_files {
            return Err(Failure::wrong_use("'--overschrijf' hoort bij '--uit'")
                .tip("noem het bestand: --uit checklist.md --overschrijf"));
        }
        self.output_file.iter().try_for_each(|path| file_name::check(path))?;
        if let (None, Some(path)) = (self.format, &self.output_file) {
            self.format = Some(format_of(path)?);
        }
        if self.format() == Format::Pdf && !cfg!(feature = "pdf") {
            return Err(Failure::new("dit programma is gemaakt zonder PDF").tip(
                "kies --formaat html en druk de bladzijde af vanuit je browser, of kies --formaat docx. Maak je regio zelf, dan komt de PDF \
                 erbij met: cargo install --path . --features pdf",
            ));
        }
        Ok(self)
    }

    /// The format that is named, else the one that the ending of the file tells, else that of the terminal.
    pub fn format(&self) -> Format {
        self.format.unwrap_or(Format::Terminal)
    }

    /// Whether the result is words on the screen, as it is when nothing was said about it.
    pub fn is_plain_screen(&self) -> bool {
        self.format() == Format::Terminal && self.output_file.is_none()
    }

    /// Whether colours are shown, where they would be by themselves or not.
    pub fn is_coloured(&self, by_itself: bool) -> bool {
        match self.colour.as_deref() {
            None | Some("auto") => by_itself,
            Some(chosen) => chosen == "altijd",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(named: Option<Format>, file: Option<&str>, expected: Option<Format>) {
        let said = Settings { format: named, output_file: file.map(PathBuf::from), ..Settings::default() };
        let settled = said.with(None, false);
        assert_eq!(settled.ok().map(|settings| settings.format()), expected);
    }

    #[test]
    fn the_ending_tells_the_format_unless_one_is_named() {
        check(None, None, Some(Format::Terminal));
        check(None, Some("lijst.MD"), Some(Format::Markdown));
        check(None, Some("lijst.json"), Some(Format::Json));
        check(None, Some("lijst.Docx"), Some(Format::Docx));
        check(None, Some("lijst"), Some(Format::Terminal));
        check(None, Some("Stappen.XLSX"), Some(Format::Xlsx));
        check(None, Some("agenda.ics"), Some(Format::Ics));
        check(None, Some("lijst.odt"), None);
        check(None, Some("lijst.pdf"), cfg!(feature = "pdf").then_some(Format::Pdf));
        check(Some(Format::Json), Some("lijst.pdf"), Some(Format::Json));
    }

    #[test]
    fn something_to_write_over_has_a_name() {
        let overwriting = Settings { overwrite: true, ..Settings::default() };
        assert!(overwriting.clone().with(None, false).is_err());
        assert!(overwriting.with(None, true).is_ok());
    }
}
