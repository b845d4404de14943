/// The words by which Chinese persons' names are told.
enum PersonWords {
  /// The commonest surnames of one character, but for those that are more often words: 于 和 从 向 时 成 对 是.
  static let surnames = PackedWords(
    """
    王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 彭 萧 蔡 潘 田 董 袁 余
    叶 蒋 杜 苏 魏 程 吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷
    黎 史 龙 陶 贺 顾 毛 郝 龚 邵 万 钱 严 武 戚 莫 孔 汤 常 温 康 施 文 牛 樊 葛 邢 安 齐 易 乔 伍 庞 颜 倪 庄 聂 章 鲁 岳
    翟 申 欧 耿 关 兰 焦 俞 左 柳 甘 祝 包 宁 符 舒 阮 柯 纪 梅 童 毕 单 裴 霍 涂 苗 曲 盛 冉 骆 靳 管 凌 路 牟 喻 辛 冷 卓
    """)

  /// Surnames of two characters.
  static let compoundSurnames = PackedWords(
    "欧阳 司徒 上官 诸葛 皇甫 司马 慕容 令狐 尉迟 公孙 端木 长孙 宇文 轩辕 夏侯 闻人 澹台 濮阳 淳于 太史 申屠 钟离")

  /// Offices and callings that stand before a person's name.
  static let titles = PackedWords(
    """
    记者 书记 司机 秘书 站长 果农 渔民 鼓手 教练 主帅 队长 队员 店主 村民 居民 市民 游客 乘客 医生 护士 老师 校长 教授 学者
    专家 律师 法官 民警 警察 警官 局长 处长 科长 主任 厂长 经理 总监 董事 总裁 主席 部长 省长 市长 县长 区长 镇长 乡长 村长
    主编 编辑 作者 导演 演员 歌手 作家 画家 诗人 编剧 主播 球员 选手 前锋 后卫 门将 中场 嫌犯 被告 原告 工人 农民 工匠 厨师
    老板 商人 学生 家长 居士 战士 士兵 班长 连长 团长 院长 所长 会长 社长 行长 船长 机长 馆长 台长 组长 园长 农户 牧民 船员
    母亲 父亲 妻子 丈夫 儿子 女儿 同学 同事 邻居 发言人 分析师 创始人 负责人 合伙人
    """)

  /// Forms of address behind a surname.
  static let formsOfAddress = PackedWords(
    "警官 婆婆 组长 先生 女士 小姐 老师 主任 教授 医生 阿姨 大爷 大妈 师傅 同学 经理 律师 太太 夫人 老板 书记 局长 校长 院长 某 某某 小某")
}
