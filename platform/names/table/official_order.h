// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Characters of up to five strokes, and surnames of more that share their strokes with another, as
// 通用规范汉字表 (2013) lists them, which is the order of GB 13000.1 字符集汉字字序(笔画序)规范 (GF
// 3003-1999). It decides between characters whose strokes are the same, such as 干 and 于, by the
// form of the strokes and how they meet, which no data of strokes tells.
#pragma once

namespace xieshang::names {

constexpr char32_t official_order[] = U"一乙二十丁厂七卜八人入儿匕几九刁了刀力乃又三干于亏工土士才"
                                      U"下寸大丈与万上小口山巾千乞川亿个夕久么"
                                      U"勺凡丸及广亡门丫义之尸己已巳弓子卫也女刃飞习叉马乡丰王开井"
                                      U"天夫元无云专丐扎艺木五支厅不犬太区历"
                                      U"歹友尤匹车巨牙屯戈比互切瓦止少曰日中贝冈内水见午牛手气毛壬"
                                      U"升夭长仁什片仆化仇币仍仅斤爪反介父从"
                                      U"仑今凶分乏公仓月氏勿欠风丹匀乌勾凤六文亢方火为斗忆计订户认"
                                      U"冗讥心尺引丑巴孔队办以允予邓劝双书幻"
                                      U"玉刊未末示击打巧正扑卉扒功扔去甘世艾古节本术可丙左厉石右布"
                                      U"夯戊龙平灭轧东卡北占凸卢业旧帅归旦目"
                                      U"且叶甲申号电田由只叭史央兄叽叼叫叩叨另叹冉皿凹囚四生矢失乍"
                                      U"禾丘付仗代仙们仪白仔他斥瓜乎丛令用甩"
                                      U"印尔乐句匆册卯犯外处冬鸟务包饥主市立冯玄闪兰半汁汇头汉宁穴"
                                      U"它讨写让礼训议必讯记永司尼民弗弘出辽"
                                      U"奶奴召加皮边孕发圣对台矛纠母幼丝"
                                      U"相查";

} // namespace xieshang::names
