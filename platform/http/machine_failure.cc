// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/http/machine_failure.h"

#include "platform/db/db.h"

#include <stdexcept>

namespace xieshang::http {

MachineFailure current_failure(const std::function<void(const std::exception&)>& tell)
{
    try {
        throw;
    } catch (const db::OutcomeUnknown& failure) {
        tell(failure);
        return {503, "db.outcome_unknown"};
    } catch (const db::DiskFull& failure) {
        tell(failure);
        return {507, "db.disk_full"};
    } catch (const db::Unavailable& failure) {
        tell(failure);
        return {503, "db.unavailable"};
    } catch (const std::exception& failure) {
        tell(failure);
        return {500, "request.failed"};
    } catch (...) {
        tell(std::runtime_error("not a std::exception"));
        return {500, "request.failed"};
    }
}

} // namespace xieshang::http
