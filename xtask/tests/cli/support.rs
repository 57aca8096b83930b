//! A workspace in a temporary folder.

use std::ops::Deref;

use super::folder::Folder;

/// Where the generated files are, relative to the root.
pub const OUT: &str = "generated-client/src/generated";

/// A workspace with one version of two fragments, which is removed on drop.
pub struct Workspace(Folder);

/// Invalidates a workspace.
pub type Spoil = fn(&Workspace);

impl Deref for Workspace {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Workspace {
    pub fn new() -> Self {
        Self::of(Folder::with_spec())
    }

    /// Creates a workspace without a spec.
    pub fn empty() -> Self {
        Self::of(Folder::new())
    }

    fn of(folder: Folder) -> Self {
        folder.write("Cargo.toml", "[workspace]\n");
        folder.write("xtask/Cargo.toml", "");
        Self(folder)
    }

    /// Creates a workspace whose generated files are up to date.
    pub fn generated() -> Self {
        let workspace = Self::new();
        workspace.run("regen").expect(0);
        workspace
    }

    /// Returns the path of a generated file of `pets`, relative to the root.
    pub fn pets(&self) -> String {
        let path = format!("{OUT}/v1/pets.rs");
        assert!(self.path(&path).is_file(), "{path} was not generated");
        path
    }
}
