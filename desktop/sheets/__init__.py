"""The workbook wing: records to .xlsx and back, one column spec for both directions."""
