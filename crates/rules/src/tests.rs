//! What rules find, through the same door as everybody: load, compile, scan.

mod flows;
mod language;
mod loading;
mod markup;
mod sets;
