/// What the names of companies end with when they stand in full.
enum CompanyForms {
  /// The legal forms.
  static let legal: [StaticString] = ["有限公司", "有限责任公司"]
  /// The legal forms, and what stands in their place behind the rest of a name.
  static let all = legal + ["集团公司", "股份公司"]
}
