extension Broken {
  private static let agencies = "registry/agencies.csv"
  private static let offices = "registry/post-offices.csv"
  private static let procedures = "registry/procedures.csv"
  private static let leads = "registry/leads.csv"
  private static let districts = "registry/districts.csv"

  /// Mistakes in the tables of agencies and offices.
  static let places = [
    Broken(
      "a bad agency code", agencies, "\nH18.145,", "\nH18-145,", at: 1, "an agency code such as X99.101", others: 2),
    Broken(
      "an agency twice", agencies, "\nH18.145,", "\nH18.144,", at: 1,
      "each 'code' once, found H18.144 again, as in line ", others: 2),
    Broken(
      "an unknown level", agencies, "000.00.22.H18,department", "000.00.22.H18,departement",
      "did you mean 'department'?"),
    Broken(
      "an unknown district", agencies, "Xã Tìa Dình,101,2025", "Xã Tìa Dình,111,2025",
      "a district of districts.csv, found '111'"),
    Broken(
      "a district without its zero", agencies, "Phường Điện Biên Phủ,094", "Phường Điện Biên Phủ,94",
      "a place code of 3 digits"),
    Broken(
      "an unknown successor", agencies, "Sở Kế hoạch và Đầu tư,,,2025-02-28,000.00.04.H18",
      "Sở Kế hoạch và Đầu tư,,,2025-02-28,000.00.99.H18", "the code of an agency of this table"),
    Broken(
      "a circle of successors", agencies, "H18.101,commune,UBND Phường Điện Biên Phủ,094,2025-07-01,,",
      "H18.101,commune,UBND Phường Điện Biên Phủ,094,2025-07-01,,H18.101", "a successor other than H18.101 itself"),
    Broken(
      "an end before the beginning", agencies, "2025-07-01,,,,high\nH18.102", "2025-07-01,2024-01-01,,,high\nH18.102",
      "a day on or after 2025-07-01"),
    Broken(
      "an agency without a name", agencies, "UBND Xã Tìa Dình,101,2025", ",101,2025", "the agency's name, found nothing"
    ),
    Broken("a comma too many", agencies, "000.00.06.H18,", "000.00.06.H18,,", "9 fields, found 10"),
    Broken("a quote inside a field", agencies, "Sở Công Thương,", "Sở \"Công Thương,", "quotes around a whole field"),
    Broken(
      "text behind a quote", agencies, "\"Sở Văn hóa, Thể thao và Du lịch\"", "\"Sở Văn hóa, Thể thao\" và Du lịch",
      "a comma or the end of the line after a quote"),
    Broken(
      "an unknown column", agencies, "code,level,name", "code,level,title", "a known column, found 'title'", others: 1),
    Broken("a bad office code", offices, "381100,", "3811,", "a post office code of six digits"),
    Broken(
      "an office in no district", offices, "Him Lam,094", "Him Lam,944", "a district of districts.csv, found '944'"),
    Broken("a bad province", offices, "Him Lam,094,H18", "Him Lam,094,18", "a province's code such as X99"),
    Broken("perhaps remote", offices, "Him Lam,no", "Him Lam,maybe", "one of yes, no"),
    Broken(
      "a wrong number of communes", districts, "thành phố,12", "thành phố,13",
      "the number of its communes in communes-until-2025-06.csv, 12"),
    Broken(
      "a commune in no district", "registry/communes-until-2025-06.csv", "phường,094", "phường,194",
      "a district of districts.csv"),
    Broken(
      "a commune that went nowhere", "registry/communes-old-to-new.csv", "03130,03127", "03130,99999",
      "a commune of communes-since-2025-07.csv"),
    Broken("a commune at sea", "registry/communes-since-2025-07.csv", "21.4061", "2.4061", "degrees from 8 to 24"),
  ]

  /// Mistakes in the tables of procedures and leads.
  static let cases = [
    Broken("a bad procedure code", procedures, "1.001193,", "1001193,", "a procedure code such as 1.004873"),
    Broken("a procedure twice", procedures, "1.000894,", "1.001193,", "each 'code' once"),
    Broken(
      "an unknown unit of a term", procedures, "commune,3,working-day", "commune,3,workday",
      "did you mean 'working-day'?"),
    Broken(
      "a term below nothing", procedures, "commune,3,working-day", "commune,-3,working-day",
      "a whole number from 0 to 3650"),
    Broken("no plain days", procedures, "province,60,day", "province,0,day", "working-day with 0 days"),
    Broken(
      "an unknown level of a procedure", procedures, "commune/district,22", "comune/district,22",
      "did you mean 'commune'?"),
    Broken("an unknown certainty", procedures, "60 days,,checked,low", "60 days,,checked,lwo", "did you mean 'low'?"),
    Broken(
      "a lead of an unknown agency", leads, "000.00.22.H18,", "000.00.99.H18,", "an agency of agencies.csv, a level"),
    Broken(
      "a lead that is no address", leads, "giam-sat@dienbien.example.org", "giam-sat.dienbien.example.org",
      "a mail address such as"),
    Broken(
      "a lead of an unknown tongue", leads, "giam-sat@dienbien.example.org,vi", "giam-sat@dienbien.example.org,vn",
      "one of vi, en"),
    Broken("two leads of one level", leads, "district,", "commune,", at: 1, "each 'for' once"),
    Broken("two heads of one level", leads, "district,head", "commune,head", at: 1, "each 'for' once"),
    Broken("a lead of an unknown role", leads, "central,head", "central,haed", "did you mean 'head'?", others: 1),
    Broken("a role of a post", leads, "provincial-post,,", "provincial-post,head,", "no role beside 'provincial-post'"),
  ]
}
