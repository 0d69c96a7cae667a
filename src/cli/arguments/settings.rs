use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args};

use super::output::{Colour, Format, Output};
use super::preset::Presets;
use super::value;
use crate::cli::Result;

/// What holds for every command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The file that is named; otherwise `regio.toml` in this folder or the nearest one above it.
    pub project: Option<PathBuf>,
    /// A folder with questionnaires of the user's own.
    pub questionnaires: Option<PathBuf>,
    pub output: Output,
    pub asking: Asking,
    /// The answers that are known beforehand.
    pub presets: Presets,
    pub manner: Manner,
    pub colour: Colour,
    /// Who is answering.
    pub by: Option<String>,
}

/// Whether questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    Ask,
    Never,
}

/// How much of the terminal is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// What the terminal can do.
    Automatic,
    /// Plain lines only.
    Plain,
}

/// Where the options stand that few people need.
const EXPERT: &str = "Voor gevorderden";

/// The options that every command takes, as they stand on the command line.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(next_help_heading = "Voor elke opdracht")]
pub struct SharedOptions {
    #[arg(long, global = true, hide_short_help = true, value_name = "BESTAND")]
    #[arg(help = "Het projectbestand; anders regio.toml in deze map of de eerste erboven")]
    project: Option<PathBuf>,

    #[arg(help_heading = EXPERT)]
    #[arg(long = "vragenlijsten", global = true, hide_short_help = true, value_name = "MAP")]
    #[arg(help = "Een map met eigen vragenlijsten")]
    questionnaires: Option<PathBuf>,

    #[arg(long = "formaat", global = true, hide_short_help = true, value_name = "FORMAAT", ignore_case = true)]
    #[arg(help = "De vorm van het resultaat; anders naar het einde van de naam bij --uit")]
    format: Option<Format>,

    #[arg(long = "uit", global = true, hide_short_help = true, value_name = "BESTAND")]
    #[arg(help = "Waar het resultaat komt: een bestand, of een map als het er meer zijn")]
    output_file: Option<PathBuf>,

    #[arg(help_heading = EXPERT)]
    #[arg(long = "overschrijf", global = true, hide_short_help = true)]
    #[arg(help = "Een bestand dat er al is, mag weg")]
    overwrite: bool,

    #[arg(long = "eenvoudig", global = true, hide_short_help = true)]
    #[arg(help = "Gewone regels, zonder kleur en keuzemenu's; goed voor een schermlezer")]
    plain: bool,

    #[arg(help_heading = EXPERT)]
    #[arg(long = "geen-vragen", global = true, hide_short_help = true)]
    #[arg(help = "Stel geen vragen; wat ontbreekt, blijft open")]
    no_questions: bool,

    #[arg(help_heading = EXPERT)]
    #[arg(long = "kleur", global = true, hide_short_help = true, value_name = "KLEUR", ignore_case = true)]
    #[arg(help = "Wanneer er kleur te zien is; anders auto")]
    colour: Option<Colour>,

    #[arg(long = "door", global = true, hide_short_help = true, value_name = "NAAM", value_parser = value::text)]
    #[arg(help = "Wie dit invult; komt bij de antwoorden en in de geschiedenis")]
    by: Option<String>,

    #[arg(short = 'h', long = "help", alias = "hulp", global = true, action = ArgAction::Help)]
    #[arg(help_heading = "Opties", help = "Toon deze uitleg, met --help uitvoeriger")]
    help: Option<bool>,
}

impl SharedOptions {
    /// Fails where two options contradict each other.
    pub fn into_settings(
        self,
        presets: Presets,
        project_of_environment: Option<OsString>,
        makes_files: bool,
    ) -> Result<Settings> {
        let from_environment = project_of_environment.filter(|path| !path.is_empty()).map(PathBuf::from);
        Ok(Settings {
            project: self.project.or(from_environment),
            questionnaires: self.questionnaires,
            output: Output::choose(self.format, self.output_file, self.overwrite, makes_files)?,
            asking: if self.no_questions { Asking::Never } else { Asking::Ask },
            presets,
            manner: if self.plain { Manner::Plain } else { Manner::Automatic },
            colour: self.colour.unwrap_or(Colour::Automatic),
            by: self.by,
        })
    }
}
