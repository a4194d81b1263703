//! A ledger in Rust.
use std::{collections::HashMap, fmt as format_of, io::{self, Read}};
use super::*;

#[derive(Debug, Clone)]
pub struct Entry<'a, T: Copy> {
    id: u32,
    pub name: &'a str,
    amount: T,
}

struct Pair(u32, String);

enum State { Open, Closed { at: u64 }, Failed(String) }

const LIMIT: usize = 10;
static mut COUNT: i32 = 0;

trait Store {
    fn get(&self, id: u32) -> Option<&Entry>;
}

impl<'a> Store for Ledger<'a> {
    /* Finds an entry. */
    fn get(&self, id: u32) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }
}

mod tests {
    #[test]
    #[should_panic(expected = "below zero")]
    fn adds() {
        assert_eq!(super::add(1, -1), 0, "sum of {a} and {}", self.b.c(1)[0]);
    }
}

pub async fn work(mut items: Vec<Entry<'_, f64>>, (a, b): (i32, i32)) -> Result<String, Error> {
    let mut total = 0.5;
    let first = &items[0];
    let numbers: [u8; 3] = [1, 2, 3];
    let more = vec![1; 4];
    for item in items.iter_mut() {
        total += item.amount * 2.0;
    }
    while let Some(x) = stack.pop() {
        if x > 3 && !done { break; } else if x == 1 { continue; }
    }
    let size = if a > b { a } else { b };
    match state {
        State::Open => println!("open {total:?}"),
        State::Closed { at } if at > 5 => { close(at)?; }
        State::Failed(ref text) | State::Other(text) => return Err(text.into()),
        _ => loop { wait().await; },
    }
    let entry = Entry { id: 1, name: "main", ..Default::default() };
    let raw = unsafe { *pointer as *const u8 };
    let text = r#"raw "text""#;
    let c = 'c';
    let twice = move |x: i32| -> i32 { x * 2 };
    let list = "1,2".split(',').map(str::parse::<u32>).collect::<Vec<_>>();
    Ok(format!("{}{}", twice(size), first.name))
}
