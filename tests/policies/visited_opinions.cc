// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/draft_opinion_store.h"
#include "features/draft_opinions/request_store.h"
#include "tests/policies/visited_house.h"

#include <set>

#include <stdexcept>

namespace xieshang::policies {
namespace {

using namespace draft_opinions;

const std::vector<FrozenPart> text{{"p:1.1", PartKind::paragraph, "一、要求", "围绕中心。", {}},
    {"p:1.2", PartKind::paragraph, "一、要求", "服务大局。", {}}};

class Sending {
public:
    Sending(services::Services& services, db::Tx& tx, std::string plan)
        : services_(services), tx_(tx), plan_(std::move(plan))
    {
    }

    RequestId request(RequestState state, const std::vector<Recipient>& recipients)
    {
        const auto now = services_.clock.now();
        const bool is_open = state == RequestState::sent;
        const OpinionRequest one{base::new_id<RequestId>(services_.clock, services_.random), plan_,
            1, "协商计划", "请提出意见", "2022-01-01", is_open ? "2999-12-01" : "2022-02-01", state,
            1, now, "p1", "王小协", now};
        insert_request(tx_, one, text, recipients);
        insert_request_step(tx_, one.id,
            {1, now, "p1", "王小协", OpinionRequestAction::send, RequestState::sent,
                RequestState::sent, "", one.closes_on});
        return one.id;
    }

    Recipient recipient(RecipientKind kind, const std::string& subject)
    {
        return {base::new_id<RecipientId>(services_.clock, services_.random), kind, subject,
            "征求对象"};
    }

    std::string opinion(const RequestId& request, const Recipient& whose, OpinionChannel channel,
        const std::string& by)
    {
        const auto now = services_.clock.now();
        DraftOpinion one;
        one.id = base::new_id<DraftOpinionId>(services_.clock, services_.random);
        one.request_id = request;
        one.recipient_id = whose.id;
        one.words = {"p:1.1", OpinionKind::change, "更清楚", "围绕中心工作。"};
        one.channel = channel;
        one.by_id = by;
        one.by_name = "王小协";
        if (channel == OpinionChannel::paper) {
            one.paper_day = "2022-01-05";
        }
        one.version = 1;
        one.said_at = now;
        one.updated_at = now;
        if (!insert_opinion(tx_, one)) {
            throw std::logic_error("an opinion for the visitors is not kept");
        }
        return one.id.text;
    }

private:
    services::Services& services_;
    db::Tx& tx_;
    std::string plan_;
};

} // namespace

// Written as they are: not everybody may say something now, but who was asked goes on seeing it.
void VisitedHouse::make_opinions()
{
    services_.db.write([&](db::Tx& tx) {
        Sending sending(services_, tx, things_.plan);
        const auto body = sending.recipient(RecipientKind::body, things_.organisation);
        const auto open = sending.request(RequestState::sent, {body});
        things_.opinion_request = open.text;
        things_.opinion_recipient = body.id.text;
        things_.draft_opinion = sending.opinion(open, body, OpinionChannel::paper, "p1");
        const auto other = sending.recipient(RecipientKind::body, things_.organisation);
        const auto closed = sending.request(RequestState::closed, {other});
        things_.closed_opinion = sending.opinion(closed, other, OpinionChannel::paper, "p1");

        std::set<std::string> ids;
        std::vector<Recipient> asked;
        for (const auto& visitor : visitors_) {
            if (!visitor.id.empty() && ids.insert(visitor.id).second) {
                asked.push_back(sending.recipient(RecipientKind::person, visitor.id));
            }
        }
        const auto own = sending.request(RequestState::sent, asked);
        std::map<std::string, std::string> said;
        for (const auto& one : asked) {
            said[one.subject_id] = sending.opinion(own, one, OpinionChannel::own, one.subject_id);
        }
        for (auto& visitor : visitors_) {
            if (!visitor.id.empty()) {
                visitor.opinion_request = own.text;
                visitor.draft_opinion = said.at(visitor.id);
            }
        }
        return true;
    });
}

} // namespace xieshang::policies
