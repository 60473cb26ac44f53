<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Indicators</name>
  <message>
   <source>stated</source>
   <translation>số báo cáo</translation>
  </message>
  <message>
   <source>estimate</source>
   <translation>ước</translation>
  </message>
  <message>
   <source>target</source>
   <translation>mục tiêu</translation>
  </message>
  <message>
   <source>implied</source>
   <translation>suy ra</translation>
  </message>
  <message>
   <source>corrected</source>
   <translation>điều chỉnh</translation>
  </message>
  <message>
   <source>Economy</source>
   <translation>Kinh tế chung</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>Ngân sách</translation>
  </message>
  <message>
   <source>Trade</source>
   <translation>Thương mại</translation>
  </message>
  <message>
   <source>Tourism</source>
   <translation>Du lịch</translation>
  </message>
  <message>
   <source>Industry and business</source>
   <translation>Công nghiệp, doanh nghiệp</translation>
  </message>
  <message>
   <source>Agriculture</source>
   <translation>Nông nghiệp</translation>
  </message>
  <message>
   <source>New countryside</source>
   <translation>Nông thôn mới</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Y tế</translation>
  </message>
  <message>
   <source>Education</source>
   <translation>Giáo dục</translation>
  </message>
  <message>
   <source>Poverty and welfare</source>
   <translation>Giảm nghèo, an sinh</translation>
  </message>
  <message>
   <source>Party building</source>
   <translation>Xây dựng Đảng</translation>
  </message>
  <message>
   <source>Government and reform</source>
   <translation>Chính quyền, cải cách hành chính</translation>
  </message>
  <message>
   <source>Security and order</source>
   <translation>An ninh, trật tự</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Môi trường</translation>
  </message>
 </context>
 <context>
  <name>IndicatorsView</name>
  <message>
   <source>{n} with another unit are left out</source>
   <translation>bỏ ra {n} chỉ tiêu khác đơn vị</translation>
  </message>
  <message>
   <source>Chart of {name}</source>
   <translation>Biểu đồ {name}</translation>
  </message>
  <message>
   <source>value of an earlier report</source>
   <translation>số của báo cáo trước</translation>
  </message>
  <message>
   <source>no figures in between</source>
   <translation>không có số liệu</translation>
  </message>
  <message>
   <source>← → walk along the points, Enter opens the sentence.</source>
   <translation>Phím ← → đi theo từng điểm, Enter mở câu gốc.</translation>
  </message>
  <message>
   <source>{name} · {year}: {value} · report of {report}</source>
   <translation>{name} · {year}: {value} · báo cáo năm {report}</translation>
  </message>
  <message>
   <source>Filter indicators…</source>
   <translation>Lọc chỉ tiêu…</translation>
  </message>
  <message>
   <source>Filter indicators</source>
   <translation>Lọc chỉ tiêu</translation>
  </message>
  <message>
   <source>Indicators</source>
   <translation>Chỉ tiêu</translation>
  </message>
  <message>
   <source>Sentences behind the figures</source>
   <translation>Câu gốc của số liệu</translation>
  </message>
  <message>
   <source>No indicators yet.</source>
   <translation>Chưa có chỉ tiêu nào.</translation>
  </message>
  <message>
   <source>They appear once a report with figures stands on the shelf.</source>
   <translation>Chỉ tiêu hiện ra khi tủ có báo cáo chứa số liệu.</translation>
  </message>
 </context>
</TS>
