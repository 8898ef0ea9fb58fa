// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who is offered the register: whoever takes part in the assembly's work. The three administrators
// are not. The server decides on every request.
import { computed } from 'vue'
import { useSession } from '../../members/web/session'

const administrators = ['system_administrator', 'security_administrator', 'auditor']

export function useRegisterAccess() {
  const session = useSession()
  const reads = computed(
    () => session.person?.roles.some((role) => !administrators.includes(role)) ?? false,
  )
  return { reads, office: computed(() => session.office) }
}
