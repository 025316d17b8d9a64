package export

import (
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/snappy"
)

// rowGroup is how many rows are held in memory before they are written.
const rowGroup = 50_000

func writeParquet(w io.Writer, in Input) error {
	p := parquet.NewGenericWriter[Row](w, parquet.Compression(&snappy.Codec{}), parquet.CreatedBy("crosstally", in.Version, ""), parquet.MaxRowsPerRowGroup(rowGroup))
	err := in.rows(func(r Row) error {
		_, err := p.Write([]Row{r})
		return err
	})
	if err != nil {
		return err
	}
	return p.Close()
}
