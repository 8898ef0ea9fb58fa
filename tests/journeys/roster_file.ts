// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A roster with one row that is wrong; no other has its words.
export const number = () => String(Date.now()).slice(-6)

export function csv(mark: string): string {
  return [
    '云栖区政协委员名册,,,,',
    `姓名,性别,出生年月,所在党派${mark},手机,界别`,
    `示例甲${mark},男,1971.4,无党派,138 0013 8000,`,
    `示例乙${mark},女,1980年12月,民建,13900139000,`,
    `示例丙${mark},女,1990-02,民进,,不存在的界别`,
  ].join('\r\n')
}
