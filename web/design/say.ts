// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A word that comes and goes, below, where it covers neither the search nor the demo's band.
import { ElMessage } from 'element-plus'
import 'element-plus/theme-chalk/el-message.css'

const above_the_bars_px = 84

export function say(message: string, type: 'success' | 'warning' = 'success'): void {
  ElMessage({ type, message, placement: 'bottom', offset: above_the_bars_px, grouping: true })
}
