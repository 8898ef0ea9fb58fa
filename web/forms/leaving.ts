// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Cancel: what was typed is thrown away, and the person is told so. Whoever goes back, or loads the
// page anew, loses nothing.
import type { Ref } from 'vue'
import { say } from '../design/say'
import { t } from '../i18n'

export function leaveBehind(form: { touched: Ref<boolean>; drop: () => void }): void {
  const was_touched = form.touched.value
  form.drop()
  if (was_touched) say(t('web.draft.dropped'), 'warning')
}
