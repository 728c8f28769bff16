//! «X announced that it had taken Y. Z denied that»: what a pronoun denies is the act told before.

use super::attributed::{Attribution, speaker};
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Clause;
use crate::events::clauses::item::{Item, What};
use crate::events::{EventKind, Modality};
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::Frame;

/// Writes the denial of the act that the sentence before, or the same one, told as somebody's claim.
pub(in crate::events) fn deny_what_was_told(
    scope: Scope<'_, '_>,
    sentence: usize,
    before: &[Draft],
    mut out: Vec<Draft>,
) -> Vec<Draft> {
    for (c, clause) in scope.clauses.iter().enumerate() {
        let Some(end) = denies_that(Scope { c, ..scope }, clause) else { continue };
        let Some(verb) = clause.finite.map(|f| f.item) else { continue };
        if out.iter().any(|d| d.clause == c && d.kind != EventKind::Statement) {
            continue;
        }
        let Some(speaker) = denier(scope, clause, verb) else { continue };
        let start = scope.items[clause.items.start].from;
        let near = |d: &&Draft| d.sentence + 1 >= sentence && d.trigger.0 < start;
        let claimed = |d: &&Draft| near(d) && is_act(d) && d.stance.modality == Modality::Claimed;
        let here = out.iter().find(claimed);
        // «X announced the downing of a plane, but Z denied that»: the plane, whatever was taken before.
        let of_other = out.iter().any(|d| d.trigger.0 < start && d.stance.modality == Modality::Claimed);
        if here.is_none() && of_other {
            continue;
        }
        let told = here.or_else(|| before.iter().rev().take_while(near).find(claimed));
        let Some(told) = told else { continue };
        if told
            .stance
            .attribution
            .as_ref()
            .is_some_and(|a| !a.actors.is_empty() && a.actors == speaker.actors)
        {
            continue;
        }
        let mut denied = told.clone();
        denied.sentence = sentence;
        denied.clause = c;
        denied.trigger = (scope.items[verb].from, scope.items[verb].to);
        denied.quote = (scope.items[verb].from.min(speaker.from), end);
        denied.tolls.clear();
        denied.stance.modality = Modality::Denied;
        denied.stance.is_refuted = true;
        denied.stance.attribution = Some(speaker);
        denied.stance.content_of = Some(c);
        denied.why.push("denied behind it".into());
        out.push(denied);
    }
    out.sort_by_key(|d| d.trigger);
    out
}

/// Who denies it: who speaks, or whom the words before the verb name.
fn denier(scope: Scope<'_, '_>, clause: &Clause, verb: usize) -> Option<Attribution> {
    let said = speaker(scope.reading, scope.items, clause);
    if said.as_ref().is_some_and(|s| !s.actors.is_empty()) {
        return said;
    }
    let words = scope.items.get(clause.items.start..verb)?;
    let from = words.iter().find(|i| i.what == What::Word)?.from;
    Some(Attribution { from, to: words.last()?.to, actors: Vec::new(), is_party: false })
}

/// Does the clause deny only «that», «these reports», «the truth of that»? Gives the token where it ends.
fn denies_that(scope: Scope<'_, '_>, clause: &Clause) -> Option<usize> {
    const THAT: &str = "\u{630}\u{644}\u{643}";
    const THESE: [&str; 3] = ["\u{647}\u{630}\u{647}", "\u{647}\u{630}\u{627}", "\u{62A}\u{644}\u{643}"];
    let verb = clause.finite.filter(|_| clause.speech() == Some(Speech::Deny))?.item;
    let negated = verb.checked_sub(1).is_some_and(|j| scope.items[j].is_cue(Cue::Negation));
    let fold = |i: &Item| scope.reading.text.fold_at(i.from);
    let words = &scope.items[verb + 1..clause.items.end];
    let at = words.iter().position(|i| fold(i) == THAT || THESE.contains(&fold(i)))?;
    let plain = |i: &Item| matches!(i.what, What::Word | What::Actor(_) | What::Quote | What::Date(_));
    let said = words[..at].iter().all(plain);
    let news = || {
        let noun = words.get(at + 1).map(|n| n.from);
        let reports = &scope.reading.knowledge.status.reports;
        noun.is_some_and(|n| reports.longest_at(&scope.reading.text, n).is_some())
    };
    let whole = fold(&words[at]) == THAT || news();
    (!negated && said && whole).then(|| words[at].to)
}

/// Is it a change of hands? Whether it came to that is what the denial is about; of other acts it is a mere answer.
fn is_act(draft: &Draft) -> bool {
    matches!(draft.frame, Frame::Take | Frame::Fall | Frame::Lose)
}
