use std::path::{Path, PathBuf};

use clap::Args;

use super::super::exit::Exit;
use super::super::failure::Failure;
use super::super::person::Person;
use super::super::store::{Backups, StoreError, Stored, moment_of};
use super::super::workplace::{PROJECT_FILE, Workplace};
use super::super::{copies, present};
use crate::built_in;
use crate::cli::arguments::Settings;
use crate::interview::PickItem;
use crate::report::{Copies, CopyReport};

#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[command(about = "Toon hoe het project eerder was, en zet dat terug")]
pub struct Arguments {
    #[arg(value_name = "KOPIE", help = "De kopie die je terugzet, zoals de lijst haar noemt")]
    pub copy: Option<String>,
}

/// `regio herstel`: the copies of a project, and one of them put back. It asks nothing of the project file: that may be broken, or
/// gone.
pub fn run(settings: &Settings, arguments: &Arguments) -> Result<Exit, Failure> {
    let workplace = Workplace::new(settings)?;
    let path = workplace.project_path()?.unwrap_or_else(|| PathBuf::from(PROJECT_FILE));
    let now = match Stored::open(&path) {
        Err(StoreError::NotFound(_)) => None,
        opened => Some(opened?),
    };
    let catalog = workplace.catalog().unwrap_or_else(|_| built_in::catalog());
    let project = now.as_ref().and_then(|now| copies::read_in(&path, now.bytes(), catalog).ok());
    let of_project = project.as_ref().and_then(|project| Backups::of(&path, project));
    let backups = of_project.filter(|backups| !backups.list().is_empty()).or_else(|| Backups::last_seen_at(&path));
    let backups = backups.ok_or_else(|| none_kept(&path))?;
    let kept: Vec<copies::KeptCopy> = copies::read_all(&backups, catalog).collect();
    let report = |copy: &copies::KeptCopy| {
        CopyReport::new(name_of(&copy.path), moment_of(&copy.path), copy.project.as_ref(), project.as_ref())
    };
    let listed = Copies::new(kept.iter().map(report).collect(), workplace.today);
    let is_shown = settings.output.is_plain_screen();
    let mut person = if is_shown { Person::at_hand(settings) } else { None };
    let place = match (&arguments.copy, &mut person) {
        (Some(name), _) => find(&listed, name)?,
        (None, Some(person)) => {
            let item = |copy: &CopyReport| PickItem::with_detail(copy.when(), copy.sentence());
            person.choose("Welke kopie zet je terug?", listed.copies.iter().map(item).collect(), "niets terugzetten")?
        }
        (None, None) => return present::report(settings, &listed, || listed.document()),
    };
    let when = listed.copies[place].when();
    if let Some(person) = &mut person {
        let ask = format!("Zet je de kopie van {when} terug? Wat er nu staat, blijft als kopie bewaard.");
        person.choose(&ask, vec![PickItem::new("Ja, zet haar terug")], "nee")?;
    }
    let replaced = put_back(&workplace, &path, now, backups, &kept[place].path)?;
    let back = replaced.map(|name| format!(" Wat er stond, zet je weer terug met: regio herstel {name}"));
    present::message(&format!("Teruggezet: de kopie van {when}.{}", back.unwrap_or_default()))
}

fn none_kept(path: &Path) -> Failure {
    Failure::new(format!("van '{}' is hier geen kopie bewaard", path.display()))
        .tip("kopieën staan op de computer waarop het project is gewijzigd; noem het bestand met --project BESTAND")
}

/// The copy with this name, or the only one that begins so.
fn find(listed: &Copies, name: &str) -> Result<usize, Failure> {
    if let Some(place) = listed.copies.iter().position(|copy| copy.name == name) {
        return Ok(place);
    }
    let begins = |place: &usize| listed.copies[*place].name.starts_with(name);
    match (0..listed.copies.len()).filter(begins).collect::<Vec<_>>().as_slice() {
        [place] => Ok(*place),
        [] => Err(Failure::new(format!("er is geen kopie '{name}'")).tip("bekijk de kopieën met: regio herstel")),
        several => Err(Failure::new(format!("{} kopieën beginnen met '{name}'", several.len()))
            .tip("noem de hele naam; bekijk de kopieën met: regio herstel")),
    }
}

/// Puts back the bytes of the copy. Gives the name of the copy of what stood there, if anything did.
fn put_back(
    workplace: &Workplace,
    path: &Path,
    now: Option<Stored>,
    backups: Backups,
    copy: &Path,
) -> Result<Option<String>, Failure> {
    let earlier = Stored::open(copy)?;
    let mut stored = now.map_or_else(|| Stored::new_file(path), Ok)?;
    let unkept = |_| Failure::new("er is geen kopie te maken van wat er nu staat, dus er is niets teruggezet");
    let replaced = match stored.bytes() {
        [] => None,
        bytes => {
            backups.keep_found(bytes, workplace.now()).map_err(unkept)?;
            backups.list().first().map(|copy| name_of(copy))
        }
    };
    stored.save(earlier.bytes())?;
    // It stands among the copies already; this makes it the newest.
    let _ = backups.keep_found(earlier.bytes(), workplace.now());
    Ok(replaced)
}

fn name_of(copy: &Path) -> String {
    copy.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
