//! Writes the tables under `data/` in a binary form for the scanner to embed: credential formats
//! without their samples, and advisories. Fails the build where a table is not well-formed.

#[path = "src/dependency/entry.rs"]
mod advisory_entry;
#[path = "src/secret/entry.rs"]
mod format_entry;

use std::{env, error::Error, fs, path::Path};

use advisory_entry::Advisories;
use format_entry::Formats;
use serde::{Serialize, de::DeserializeOwned};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    compile::<Formats>("secrets")?;
    compile::<Advisories>("advisories")
}

/// Reads `data/NAME.toml` and writes `NAME.bin`.
fn compile<T: Serialize + DeserializeOwned>(name: &str) -> Result<(), Box<dyn Error>> {
    let source = format!("data/{name}.toml");
    println!("cargo::rerun-if-changed={source}");
    let mut table: toml::Table = fs::read_to_string(&source)?.parse()?;
    drop_samples(&mut table);
    let value: T = table.try_into().map_err(|error| format!("{source}: {error}"))?;
    let target = Path::new(&env::var("OUT_DIR")?).join(format!("{name}.bin"));
    fs::write(target, postcard::to_stdvec(&value)?)?;
    Ok(())
}

/// Samples are for tests, which read them from the table itself.
fn drop_samples(table: &mut toml::Table) {
    let formats = table.get_mut("format").and_then(toml::Value::as_array_mut);
    for format in formats.into_iter().flatten().filter_map(toml::Value::as_table_mut) {
        format.remove("hits");
        format.remove("misses");
    }
}
