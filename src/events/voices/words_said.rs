//! What is said in a sentence: its statements, with their days and the places that they are about.

use super::said_in_heading::said_in_heading;
use super::said_in_talk::leave_to_talk;
use super::speech::statements;
use super::verbless::verbless;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::acts::named_by_day::dates_words;
use crate::events::days::when::date_of;
use crate::events::scenes::spoken_of_ground::speak_of_ground;

/// The statements of a sentence with their days and places: those that a verb of speech tells, then the others.
pub(in crate::events) fn words_said(
    scope: Scope<'_, '_>,
    contents: &[Option<usize>],
    [before, out]: [&[Draft]; 2],
    s: usize,
) -> Vec<Draft> {
    let mut said = statements(scope, contents, out, s);
    for statement in &mut said {
        let scope = Scope { c: statement.clause, ..scope };
        let verb = scope.clause().finite.map_or(0, |f| f.item);
        statement.date = date_of(scope, contents, verb);
        if dates_words(scope, verb, statement) {
            statement.date = None;
        }
    }
    let mut others = verbless(scope, contents, (out, &said), s);
    said.append(&mut others);
    said.extend(said_in_heading(scope, contents, (out, &said), s));
    leave_to_talk(scope.reading, &mut said, [before, out]);
    speak_of_ground(scope.reading, &mut said, [before, out]);
    said
}
