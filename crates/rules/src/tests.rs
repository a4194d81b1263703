//! What rules find, through the same door as everybody: load, compile, scan.

mod language;
mod loading;
mod sets;
