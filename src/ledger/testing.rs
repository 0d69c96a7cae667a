//! What other rooms need to make a project for their tests.

use crate::domain::{Identifier, Place, Project};

pub fn register(project: &mut Project, name: &str, place: Place) -> Option<Identifier> {
    super::organisation::register(project, name, place)
}
