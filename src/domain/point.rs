/// The points of the guide *Start een regionale samenwerking* (NCSC and Digital Trust Center, 2018) that regio carries.
/// `tests/coverage.toml` says what each is about.
pub const POINTS: &[&str] = &[
    "B1", "B2", "B3", "B4", "V1.1", "V1.2", "V1.3", "V1.4", "V1.5", "V1.6", "V1.7", "V1.8", "V1.9", "V2.1", "V2.2",
    "V2.3", "V2.4a", "V2.4b", "V2.4c", "V2.4d", "V2.4e", "V2.5a", "V2.5b", "V2.5c", "V2.5d", "V2.5e", "V2.5f", "V2.5g",
    "V2.6", "V3a", "V3b", "V3c", "V3d", "V3e", "V3f", "V3g", "V4.1", "V4.2", "V4.3", "O1.1", "O1.2", "O1.3", "O1.4",
    "O1.5", "O1.6", "O2.1", "O2.2", "O2.3a", "O2.3b", "O2.3c", "O2.3d", "O2.3e", "O2.4a", "O2.4b", "O2.4c", "O2.4d",
    "O2.5", "O3.1", "O3.2", "O3.3", "O3.4", "O3.5", "O3.6", "O3.7", "O3.8", "O3.9", "O3.10", "O3.11", "U1.1", "U1.2",
    "U1.3", "U1.4", "U1.5", "U1.6", "U1.7", "U2.1", "U2.2", "U2.3", "U2.4", "U2.5", "U3.1", "U3.2", "U3.3", "U3.4",
    "U3.5", "U3.6",
];
