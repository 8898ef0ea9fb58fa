// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A word that comes and goes, below, where it covers neither the search nor the demo's band. The next
// one takes its place; what is pressed there goes to what lies under it.
import { ElMessage, type MessageHandler } from 'element-plus'
import 'element-plus/theme-chalk/el-message.css'

const above_the_bars_px = 84
const shown_ms = { success: 2000, warning: 3000 }
let last: MessageHandler | undefined

export function say(message: string, type: 'success' | 'warning' = 'success'): void {
  last?.close()
  last = ElMessage({
    type,
    message,
    placement: 'bottom',
    offset: above_the_bars_px,
    duration: shown_ms[type],
  })
}
