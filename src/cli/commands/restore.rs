use std::path::{Path, PathBuf};

use clap::Args;

use super::super::failure::{Ended, Failure, Result};
use super::super::person::Person;
use super::super::store::{Backups, StoreError, Stored, moment_of};
use super::super::workplace::{PROJECT_FILE, Workplace};
use super::super::{copies, present};
use crate::built_in;
use crate::catalog::Catalog;
use crate::domain::Project;
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
pub fn run(workplace: &Workplace, arguments: &Arguments) -> Ended {
    let path = workplace.project_path()?.unwrap_or_else(|| PathBuf::from(PROJECT_FILE));
    let now = match Stored::open(&path) {
        Err(StoreError::NotFound(_)) => None,
        opened => Some(opened?),
    };
    let catalog = workplace.catalog().unwrap_or_else(|_| built_in::catalog());
    let project = now.as_ref().and_then(|now| copies::read_in(&path, now.bytes(), catalog).ok());
    let is_shown = workplace.settings.is_plain_screen();
    let mut person = if is_shown { Person::at_hand(workplace.settings) } else { None };
    let another = || of_other(&path, project.as_ref(), person.as_mut(), catalog);
    let backups = kept(&path, now.as_ref(), project.as_ref()).map_or_else(another, Ok)?;
    let kept: Vec<copies::KeptCopy> = copies::read_all(&backups, catalog).collect();
    let found = kept.iter().map(|copies::KeptCopy { path, project }| {
        let (name, made, file) = (name_of(path), moment_of(path), backups.other_file(path));
        (CopyReport { name, made, file, ..CopyReport::default() }, project.as_ref())
    });
    let listed = Copies::new(catalog, found.collect(), project.as_ref(), workplace.today);
    let place = match (&arguments.copy, &mut person) {
        (Some(name), _) => find(&listed, name)?,
        (None, Some(person)) => {
            // What is the same as now undoes nothing.
            let other: Vec<usize> = (0..listed.copies.len()).filter(|place| !listed.copies[*place].is_now()).collect();
            if other.is_empty() {
                return present::message("Er is geen kopie die anders is dan wat er nu staat.");
            }
            let item = |copy: &CopyReport| PickItem::new(format!("{}: {}", copy.when(), copy.sentence()));
            let items = other.iter().map(|place| item(&listed.copies[*place])).collect();
            other[person.choose("Welke kopie zet je terug?", items, "niets terugzetten")?]
        }
        (None, None) => return present::report(workplace.settings, &listed, Copies::document),
    };
    let when = listed.copies[place].when();
    if let Some(person) = &mut person {
        let ask = format!("Zet je de kopie van {when} terug? Wat er nu staat, blijft als kopie bewaard.");
        person.choose(&ask, vec![PickItem::new("Ja, zet haar terug")], "nee")?;
    }
    let earlier = Stored::open(&kept[place].path)?;
    let stored = now.map_or_else(|| Stored::new_file(&path), Ok)?;
    let replaced = put_back(workplace, &backups, stored, earlier.bytes())?;
    let back = replaced.map(|name| format!(" Wat er stond, zet je weer terug met: regio herstel {name}"));
    present::message(&format!("Teruggezet: de kopie van {when}.{}", back.unwrap_or_default()))
}

/// The copies of the project in this file: by what it says itself, or else of what was last seen there.
fn kept(path: &Path, now: Option<&Stored>, project: Option<&Project>) -> Option<Backups> {
    let named = match project {
        Some(project) => Backups::of(path, project),
        None => now.and_then(|now| Backups::named_in(path, now.bytes())),
    };
    named.filter(|backups| !backups.list().is_empty()).or_else(|| Backups::last_seen_at(path))
}

/// The copies of the project that a person says it is, where nothing tells. A file that can be read is no other project.
fn of_other(path: &Path, project: Option<&Project>, person: Option<&mut Person>, catalog: &Catalog) -> Result<Backups> {
    let mut all = Backups::of_all(path);
    let (None, Some(person), false) = (project, person, all.is_empty()) else {
        let tip =
            "kopieën staan op de computer waarop het project is gewijzigd; noem het bestand met --project BESTAND";
        return Err(Failure::new(format!("van '{}' is hier geen kopie bewaard", path.display())).tip(tip));
    };
    let item = |backups: &Backups| {
        let last = copies::read_all(backups, catalog).find_map(|copy| copy.project);
        let name = last.and_then(|project| project.name).unwrap_or_else(|| "een project zonder naam".to_owned());
        let file = backups.list().first().and_then(|copy| backups.other_file(copy));
        PickItem::with_detail(name, file.map(|file| format!("uit {}", file.display())).unwrap_or_default())
    };
    let ask = format!("Aan '{}' is niet te zien welk project het was. Welk project zet je daar terug?", path.display());
    let place = person.choose(&ask, all.iter().map(item).collect(), "geen")?;
    Ok(all.swap_remove(place))
}

/// The copy with this name, or the only one that begins so.
fn find(listed: &Copies, name: &str) -> Result<usize> {
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
fn put_back(workplace: &Workplace, backups: &Backups, mut stored: Stored, earlier: &[u8]) -> Result<Option<String>> {
    let unkept = |_| Failure::new("er is geen kopie te maken van wat er nu staat, dus er is niets teruggezet");
    let replaced = match stored.bytes() {
        [] => None,
        bytes => {
            backups.keep_found(bytes, workplace.now()).map_err(unkept)?;
            backups.list().first().map(|copy| name_of(copy))
        }
    };
    stored.save(earlier)?;
    // It stands among the copies already; this makes it the newest.
    let _ = backups.keep_found(earlier, workplace.now());
    Ok(replaced)
}

fn name_of(copy: &Path) -> String {
    copy.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
