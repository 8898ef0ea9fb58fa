// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import 'dayjs/locale/zh-cn'
import element from 'element-plus/es/locale/lang/zh-cn'
import type { LanguagePack } from '../i18n'
import { merged } from './collect'

const files = import.meta.glob<Record<string, string>>(
  [
    '../shell_texts.zh-CN.json',
    '../../features/*/*_texts.zh-CN.json',
    '../../platform/*/*_texts.zh-CN.json',
    '../../app/operation_texts.zh-CN.json', // what the auditor reads of a refusal
  ],
  { eager: true, import: 'default' },
)

export default { texts: merged(files), element } satisfies LanguagePack
