//! The log through its public face. Every test goes through [`door::Door`], which verifies the
//! whole log from disk after each step.

#[cfg(test)]
mod append;
#[cfg(test)]
mod bundle;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod door;
#[cfg(test)]
mod export;
#[cfg(test)]
mod many;
#[cfg(test)]
mod tamper;
