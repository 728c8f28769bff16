//! «Two months after the fall of X», and below: «X fell on 10 June»: a noun without a day names the act told with its day.

use super::when::When;
use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;

/// A day further than so many days before publication is not that of the news.
const NEWS: i64 = 7;

/// Gives a noun for a taking or loss, told without a day, the day of the same act told elsewhere in the article.
pub(super) fn date_by_same_act(reading: &Reading<'_>, drafts: &[Draft], whens: &mut [When]) {
    let Some(published) = reading.published else { return };
    let takes = |d: &Draft| matches!(d.kind, EventKind::Capture | EventKind::Retake);
    for i in 0..drafts.len() {
        let draft = &drafts[i];
        let undated = whens[i].date.is_none() && whens[i].basis == "published";
        if !takes(draft) || !draft.is_noun || draft.is_carried || !undated || draft.places.is_empty() {
            continue;
        }
        let place = draft.places.first();
        let mut same = drafts
            .iter()
            .zip(whens.iter())
            .filter(|(d, w)| d.kind == draft.kind && w.date.is_some() && shares_place(reading, place, d))
            .filter_map(|(d, w)| Some((d, w.range?, w.is_background)));
        let Some((named, range, is_background)) = same.next() else { continue };
        // Told of several times, it may be any of them; another's taking is another act.
        let alone = same.all(|(_, other, _)| other == range);
        let sides = draft.initiators.is_empty()
            || named.initiators.is_empty()
            || draft.initiators.iter().any(|&a| {
                let side = reading.actors[a].faction;
                named.initiators.iter().any(|&b| reading.actors[b].faction == side)
            });
        if alone && sides && range.n_days() <= 31 && (published - range.end()).num_days() > NEWS {
            whens[i].range = Some(range);
            whens[i].basis = "context";
            whens[i].is_background = is_background;
            whens[i].why = vec!["the day of the same act told elsewhere".into()];
        }
    }
}

/// Does the draft tell of that place, or of any when none is asked for?
pub(super) fn shares_place(reading: &Reading<'_>, place: Option<&usize>, draft: &Draft) -> bool {
    let Some(&place) = place else { return true };
    let named = &reading.places[place];
    draft.places.iter().map(|&p| &reading.places[p]).any(|p| match (p.place, named.place) {
        (Some(a), Some(b)) => a == b,
        _ => p.name == named.name,
    })
}
