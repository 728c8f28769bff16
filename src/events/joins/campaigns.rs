//! «arrested ten in a campaign that reached X»: the campaign is how they were arrested, and no battle.

use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::triggers::Frame;

/// Joins a campaign or operation without dead and sides of its own to the arrests or releases told close before it in its
/// sentence.
pub(in crate::events) fn join_campaigns(reading: &Reading<'_>, out: &mut Vec<Draft>) {
    const REACH: usize = 12;
    let campaigns = &reading.knowledge.triggers.lists.campaigns;
    for i in (1..out.len()).rev() {
        let campaign = &out[i];
        let named = campaigns.longest_at(&reading.text, campaign.trigger.0).is_some();
        let bare = campaign.tolls.is_empty() && campaign.targets.is_empty() && campaign.others.is_empty();
        if campaign.frame != Frame::Fight || !campaign.is_noun || !named || !bare {
            continue;
        }
        let near = |d: &Draft| {
            d.frame == Frame::Hold
                && d.sentence == campaign.sentence
                && d.trigger.1 + REACH >= campaign.trigger.0
                && campaign.initiators.iter().all(|a| d.initiators.contains(a))
        };
        let Some(held) = out[..i].iter().rposition(near) else { continue };
        let elsewhere =
            !out[held].places.is_empty() && !out[held].places.iter().all(|p| out[i].places.contains(p));
        if elsewhere && !out[i].places.is_empty() {
            continue;
        }
        let campaign = out.remove(i);
        let held = &mut out[held];
        if !campaign.places.is_empty() {
            held.places = campaign.places;
        }
        held.date = held.date.or(campaign.date);
    }
}
